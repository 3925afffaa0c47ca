// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_D2      32
#define UC_A2      64
#define UC_SP      84
#define UC_PC      88
#define UC_FPCR    96
#define UC_FP2     132
#define UC_SIGMASK 524
#define UC_SIZE    652

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_D2, uc_mcontext.gregs[2]);
UC_CHECK(UC_A2, uc_mcontext.gregs[10]);
UC_CHECK(UC_SP, uc_mcontext.gregs[15]);
UC_CHECK(UC_PC, uc_mcontext.gregs[16]);
UC_CHECK(UC_FPCR, uc_mcontext.fpregs.f_pcr);
UC_CHECK(UC_FP2, uc_mcontext.fpregs.f_fpregs[2]);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
