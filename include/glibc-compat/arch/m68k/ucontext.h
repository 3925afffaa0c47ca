// ucontext_t as glibc lays it out on m68k (System V 68000 ABI, with 2-byte alignment), without a libc header.
// Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    int version;
    /// d0 to d7, a0 to a7, pc, ps.
    int gregs[18];
    struct { int f_pcr, f_psr, f_fpiaddr, f_fpregs[8][3]; } fpregs;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long reserved[80];
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
