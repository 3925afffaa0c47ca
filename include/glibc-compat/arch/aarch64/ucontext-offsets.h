// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_SIGMASK 40
#define UC_X0      184
#define UC_X18     328
#define UC_X19     336
#define UC_X30     424
#define UC_SP      432
#define UC_PC      440
#define UC_PSTATE  448
#define UC_FPSIMD  464
#define UC_FPSR    472
#define UC_FPCR    476
#define UC_Q8      608
#define UC_GCS     992
#define UC_GCSPR   1000
#define UC_SIZE    4560

// In the upper half of pstate, which no processor state of a program uses and the kernel does not look at, getcontext says that the
// context is its own. One without it is a signal handler's, or another library's. makecontext takes the bit FITS out of it where the
// stack is too small.
#define UC_MARK       (UC_PSTATE+6)
#define MARK_AT       48
#define MARK_FITS     0x800
#define MARK_ORDINARY 0xfff
#define MARK_EXTENDED 0xffe		// of getcontext_extd

#define FPSIMD_MAGIC 0x46508001
#define FPSIMD_SIZE  528
#define GCS_MAGIC    0x47435300
#define GCS_SIZE     32

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_X0, uc_mcontext.regs[0]);
UC_CHECK(UC_X18, uc_mcontext.regs[18]);
UC_CHECK(UC_X19, uc_mcontext.regs[19]);
UC_CHECK(UC_X30, uc_mcontext.regs[30]);
UC_CHECK(UC_SP, uc_mcontext.sp);
UC_CHECK(UC_PC, uc_mcontext.pc);
UC_CHECK(UC_PSTATE, uc_mcontext.pstate);
UC_CHECK(UC_FPSIMD, uc_mcontext.reserved);
_Static_assert(UC_FPSR == UC_FPSIMD + offsetof(struct glibc_compat_fpsimd, fpsr), "fpsr");
_Static_assert(UC_FPCR == UC_FPSIMD + offsetof(struct glibc_compat_fpsimd, fpcr), "fpcr");
_Static_assert(UC_Q8 == UC_FPSIMD + offsetof(struct glibc_compat_fpsimd, vregs[8]), "vregs");
_Static_assert(FPSIMD_MAGIC == GLIBC_COMPAT_FPSIMD_MAGIC && FPSIMD_SIZE == sizeof(struct glibc_compat_fpsimd), "fpsimd");
_Static_assert(UC_GCS == UC_FPSIMD + FPSIMD_SIZE && UC_GCSPR == UC_GCS + offsetof(struct glibc_compat_gcs, gcspr), "gcspr");
_Static_assert(GCS_MAGIC == GLIBC_COMPAT_GCS_MAGIC && GCS_SIZE == sizeof(struct glibc_compat_gcs), "gcs");
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
