// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#if __riscv_xlen == 64
#define UC_SIGMASK 40
#define UC_GREGS   176
#define UC_FPREGS  432
#define UC_SIZE    960
#else
#define UC_SIGMASK 20
#define UC_GREGS   160
#define UC_FPREGS  288
#define UC_SIZE    816
#endif
#define UC_FCSR_SINGLE (UC_FPREGS+128)
#define UC_FCSR_DOUBLE (UC_FPREGS+256)

// In the slot of gp, which no switch touches, getcontext says that the context is its own: no process has such a gp. One without it
// is a signal handler's, or another library's. makecontext inverts it where the stack is too small.
#define UC_MARK       (UC_GREGS+3*(__riscv_xlen/8))
#define MARK_ORDINARY -1
#define MARK_EXTENDED -2		// of getcontext_extd

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_GREGS, uc_mcontext.gregs);
UC_CHECK(UC_FPREGS, uc_mcontext.fpregs.single.f);
UC_CHECK(UC_FPREGS, uc_mcontext.fpregs.full.f);
UC_CHECK(UC_FCSR_SINGLE, uc_mcontext.fpregs.single.fcsr);
UC_CHECK(UC_FCSR_DOUBLE, uc_mcontext.fpregs.full.fcsr);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
