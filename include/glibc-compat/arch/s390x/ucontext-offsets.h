// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_GREGS   56
#define UC_AREGS   184
#define UC_FPC     248
#define UC_FPRS    256
#define UC_SIGMASK 384
#define UC_SIZE    512

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_GREGS, uc_mcontext.gregs);
UC_CHECK(UC_AREGS, uc_mcontext.aregs);
UC_CHECK(UC_FPC, uc_mcontext.fpregs.fpc);
UC_CHECK(UC_FPRS, uc_mcontext.fpregs.fprs);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
