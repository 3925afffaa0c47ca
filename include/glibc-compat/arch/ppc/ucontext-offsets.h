// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_REGS      48
#define UC_SIGMASK   52
#define UC_REG_SPACE 192	/* rounded down to a multiple of 16, the registers' place */
#define UC_SIZE      1184
// From where uc_regs points:
#define MC_NIP       128
#define MC_MSR       132
#define MC_ORIG_R3   136
#define MC_CTR       140
#define MC_LINK      144
#define MC_XER       148
#define MC_CCR       152
#define MC_RESULT    172
#define MC_FPREGS    192
#define MC_FPSCR     448
#define MC_VRREGS    464
#define MC_VRSAVE    976	/* vscr is the last word of the same quadword */
#define MC_SIZE      992

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
#define MC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_mcontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_REGS, uc_mcontext.uc_regs);
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_REG_SPACE - 12, uc_reg_space);
MC_CHECK(MC_NIP, gregs[32]);
MC_CHECK(MC_MSR, gregs[33]);
MC_CHECK(MC_ORIG_R3, gregs[34]);
MC_CHECK(MC_CTR, gregs[35]);
MC_CHECK(MC_LINK, gregs[36]);
MC_CHECK(MC_XER, gregs[37]);
MC_CHECK(MC_CCR, gregs[38]);
MC_CHECK(MC_RESULT, gregs[43]);
MC_CHECK(MC_FPREGS, fpregs.fpregs);
MC_CHECK(MC_FPSCR, fpregs.fpscr);
MC_CHECK(MC_VRREGS, vrregs);
MC_CHECK(MC_VRSAVE, vrregs.vrsave);
_Static_assert(MC_SIZE == sizeof(struct glibc_compat_mcontext), "mcontext_t has MC_SIZE bytes");
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
