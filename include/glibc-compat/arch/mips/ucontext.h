// ucontext_t as glibc lays it out on mips with the o32 calling convention, without a libc header. Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// On MIPS the size comes before the flags.
struct glibc_compat_stack {
    void *ss_sp;
    size_t ss_size;
    int ss_flags;
};

struct glibc_compat_mcontext {
    unsigned int regmask, status;
    /// Registers have 64 bits here, as the kernel keeps them; a program sees and sets the lower half.
    unsigned long long pc, gregs[32];
    struct {
        union {
            double fp_dregs[32];
            struct { float _fp_fregs; unsigned int _fp_pad; } fp_fregs[32];
        } fp_r;
    } fpregs;
    unsigned int fp_owned, fpc_csr, fpc_eir, used_math, dsp;
    unsigned long long mdhi, mdlo;
    unsigned long hi1, lo1, hi2, lo2, hi3, lo3;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
