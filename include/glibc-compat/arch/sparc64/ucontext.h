// ucontext_t as glibc lays it out on sparc64 (SPARC Compliance Definition 2.4), without a libc header. Source: glibc's
// <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_fpregs {
    union {
        unsigned int sregs[32];
        unsigned long dregs[32];
        long double qregs[16];
    } mcfpu_fregs;
    unsigned long mcfpu_fsr;
    /// Which of mcfpu_fregs are valid: bit 0 the lower half, bit 1 the upper.
    unsigned long mcfpu_fprs;
    unsigned long mcfpu_gsr;
    void *mcfpu_fq;
    /// mcfpu_enab says whether mcfpu_fsr and mcfpu_gsr are valid.
    unsigned char mcfpu_qcnt, mcfpu_qentsz, mcfpu_enab;
};

struct glibc_compat_mcontext {
    /// tstate, pc, npc, y, g1 to g7, o0 to o7.
    unsigned long mc_gregs[19];
    unsigned long mc_fp;
    unsigned long mc_i7;
    struct glibc_compat_fpregs mc_fpregs;
};

struct glibc_compat_ucontext {
    struct glibc_compat_ucontext *uc_link;
    unsigned long uc_flags;
    unsigned long kernel_sigmask;
    struct glibc_compat_mcontext uc_mcontext;
    struct glibc_compat_stack uc_stack;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
