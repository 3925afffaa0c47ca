// ucontext_t as glibc lays it out on mips with the n64 and n32 calling conventions, without a libc header. The sizes of pointer and
// long tell the two apart. Source: glibc's <sys/ucontext.h>.
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
    unsigned long long gregs[32];
    struct {
        union {
            double fp_dregs[32];
            struct { float _fp_fregs; unsigned int _fp_pad; } fp_fregs[32];
        } fp_r;
    } fpregs;
    unsigned long long mdhi, hi1, hi2, hi3, mdlo, lo1, lo2, lo3, pc;
    unsigned int fpc_csr, used_math, dsp, reserved;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
