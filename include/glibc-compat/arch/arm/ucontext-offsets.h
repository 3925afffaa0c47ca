// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_R0       32
#define UC_R4       48
#define UC_SP       84
#define UC_LR       88
#define UC_PC       92
#define UC_SIGMASK  104
#define UC_REGSPACE 232
#define UC_SIZE     744

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_R0, uc_mcontext.arm_r0);
UC_CHECK(UC_R4, uc_mcontext.arm_r4);
UC_CHECK(UC_SP, uc_mcontext.arm_sp);
UC_CHECK(UC_LR, uc_mcontext.arm_lr);
UC_CHECK(UC_PC, uc_mcontext.arm_pc);
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_REGSPACE, uc_regspace);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
