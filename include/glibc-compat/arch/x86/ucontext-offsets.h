// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_FS        24
#define UC_EDI       36
#define UC_ESI       40
#define UC_EBP       44
#define UC_ESP       48
#define UC_EBX       52
#define UC_EDX       56
#define UC_ECX       60
#define UC_EAX       64
#define UC_EIP       76
#define UC_FPREGS    96
#define UC_SIGMASK   108
#define UC_FPENV     236
#define UC_SIZE      364
// From where uc_mcontext.fpregs points:
#define FP_SSE_MARK  28
#define FP_MXCSR     32

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
#define UC_CHECK_GREG(name) UC_CHECK(UC_##name, uc_mcontext.gregs[GLIBC_COMPAT_##name])
UC_CHECK_GREG(FS);
UC_CHECK_GREG(EDI);
UC_CHECK_GREG(ESI);
UC_CHECK_GREG(EBP);
UC_CHECK_GREG(ESP);
UC_CHECK_GREG(EBX);
UC_CHECK_GREG(EDX);
UC_CHECK_GREG(ECX);
UC_CHECK_GREG(EAX);
UC_CHECK_GREG(EIP);
UC_CHECK(UC_FPREGS, uc_mcontext.fpregs);
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_FPENV, fpregs_mem);
_Static_assert(FP_SSE_MARK == offsetof(struct glibc_compat_fpstate, sse.mark), "FP_SSE_MARK");
_Static_assert(FP_MXCSR == offsetof(struct glibc_compat_fpstate, sse.mxcsr), "FP_MXCSR");
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
