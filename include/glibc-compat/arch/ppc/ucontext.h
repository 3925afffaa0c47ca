// ucontext_t as glibc lays it out on ppc (32 bits), without a libc header. Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

/// Lies in uc_reg_space, at a multiple of 16, where uc_regs points.
struct glibc_compat_mcontext {
    /// r0 to r31, nip, msr, orig_r3, ctr, link, xer, ccr, mq, trap, dar, dsisr, result.
    unsigned long gregs[48];
    struct { double fpregs[32], fpscr; unsigned int pad[2]; } fpregs;
    struct { unsigned int vrregs[32][4], vrsave, pad[2], vscr; } __attribute__((aligned(16))) vrregs;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    int reserved[7];
    union { void *regs; struct glibc_compat_mcontext *uc_regs; } uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    char uc_reg_space[sizeof(struct glibc_compat_mcontext) + 12];
};
