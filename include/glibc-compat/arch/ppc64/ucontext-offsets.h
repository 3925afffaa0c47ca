// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_SIGMASK  40
#define UC_REGS     224
#define UC_GP_REGS  232
#define UC_NIP      488
#define UC_MSR      496
#define UC_ORIG_R3  504
#define UC_CTR      512
#define UC_LINK_REG 520
#define UC_XER      528
#define UC_CCR      536
#define UC_SOFTE    544
#define UC_FP_REGS  616
#define UC_FPSCR    872
#define UC_V_REGS   880
#define UC_VMX      896	/* rounded down to a multiple of 16, the vectors' place */
#define UC_SIZE     1440
// From where v_regs points:
#define V_VSCR      512
#define V_VRSAVE    528

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_REGS, uc_mcontext.regs);
UC_CHECK(UC_GP_REGS, uc_mcontext.gp_regs);
UC_CHECK(UC_NIP, uc_mcontext.gp_regs[32]);
UC_CHECK(UC_MSR, uc_mcontext.gp_regs[33]);
UC_CHECK(UC_ORIG_R3, uc_mcontext.gp_regs[34]);
UC_CHECK(UC_CTR, uc_mcontext.gp_regs[35]);
UC_CHECK(UC_LINK_REG, uc_mcontext.gp_regs[36]);
UC_CHECK(UC_XER, uc_mcontext.gp_regs[37]);
UC_CHECK(UC_CCR, uc_mcontext.gp_regs[38]);
UC_CHECK(UC_SOFTE, uc_mcontext.gp_regs[39]);
UC_CHECK(UC_FP_REGS, uc_mcontext.fp_regs);
UC_CHECK(UC_FPSCR, uc_mcontext.fp_regs[32]);
UC_CHECK(UC_V_REGS, uc_mcontext.v_regs);
_Static_assert(UC_VMX - offsetof(struct glibc_compat_ucontext, uc_mcontext.vmx_reserve) == 8, "UC_VMX");
_Static_assert(UC_VMX + 34 * 16 == UC_SIZE, "34 quadwords fit");
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
