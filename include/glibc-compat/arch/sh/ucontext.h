// ucontext_t as glibc lays it out on sh3 and sh4, without a libc header. Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    unsigned int oldmask;
    int gregs[16];
    unsigned int pc, pr, sr, gbr, mach, macl;
    /// The present bank and the other one.
    int fpregs[16], xfpregs[16];
    unsigned int fpscr, fpul, ownedfp;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
