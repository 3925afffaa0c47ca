// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_OSF_SIGMASK 16
#define UC_MCONTEXT    48
#define UC_MASK        56
#define UC_PC          64
#define UC_PS          72
#define UC_REGS        80
#define UC_FPREGS      344
#define UC_FPCR        600
#define UC_SIGMASK     696
#define UC_SIZE        824

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_OSF_SIGMASK, uc_osf_sigmask);
UC_CHECK(UC_MCONTEXT, uc_mcontext);
UC_CHECK(UC_MASK, uc_mcontext.sc_mask);
UC_CHECK(UC_PC, uc_mcontext.sc_pc);
UC_CHECK(UC_PS, uc_mcontext.sc_ps);
UC_CHECK(UC_REGS, uc_mcontext.sc_regs);
UC_CHECK(UC_FPREGS, uc_mcontext.sc_fpregs);
UC_CHECK(UC_FPCR, uc_mcontext.sc_fpcr);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
