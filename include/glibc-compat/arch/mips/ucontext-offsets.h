// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_PC      32
#define UC_GREGS   40
#define UC_FPREGS  296
#define UC_FCSR    556
#define UC_SIGMASK 616
#define UC_SIZE    744
// Where the lower half of a 64-bit slot lies.
#ifdef __MIPSEB__
#define UC_LOW     4
#else
#define UC_LOW     0
#endif

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_PC, uc_mcontext.pc);
UC_CHECK(UC_GREGS, uc_mcontext.gregs);
UC_CHECK(UC_FPREGS, uc_mcontext.fpregs);
UC_CHECK(UC_FCSR, uc_mcontext.fpc_csr);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
