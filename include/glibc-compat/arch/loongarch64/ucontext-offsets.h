// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_SIGMASK  40
#define UC_PC       176
#define UC_GREGS    184
#define UC_FP       280
#define UC_FCSR     344
#define UC_FP_VALID 348
#define UC_SIZE     448

// What marks the FP registers as stored by getcontext or swapcontext of this library: "FP64" in ASCII.
#define UC_FP_MAGIC 0x46503634

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_PC, uc_mcontext.pc);
UC_CHECK(UC_GREGS, uc_mcontext.gregs);
UC_CHECK(UC_FP, uc_mcontext.gregs[12]);
UC_CHECK(UC_FP, uc_mcontext.fp.saved);
UC_CHECK(UC_FCSR, uc_mcontext.fp.fcsr);
UC_CHECK(UC_FP_VALID, uc_mcontext.fp.magic);
UC_CHECK(UC_FP + sizeof(struct glibc_compat_loongarch_fp), uc_mcontext.gregs[21]);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
