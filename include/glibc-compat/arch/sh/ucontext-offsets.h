// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_GREGS   24
#define UC_PC      88
#define UC_MACL    108
#define UC_FPREGS  112
#define UC_FPSCR   240
#define UC_OWNEDFP 248
#define UC_SIGMASK 252
#define UC_SIZE    380

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_GREGS, uc_mcontext.gregs);
UC_CHECK(UC_PC, uc_mcontext.pc);
UC_CHECK(UC_MACL, uc_mcontext.macl);
UC_CHECK(UC_FPREGS, uc_mcontext.fpregs);
UC_CHECK(UC_FPSCR, uc_mcontext.fpscr);
UC_CHECK(UC_OWNEDFP, uc_mcontext.ownedfp);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
