// ucontext_t as glibc lays it out on hppa (PA-RISC 32-bit runtime architecture), without a libc header. Source: glibc's
// <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    unsigned long sc_flags;
    /// sc_gr[0] is the caller's return address, sc_gr[2] where to resume.
    unsigned long sc_gr[32];
    unsigned long long sc_fr[32];
    unsigned long sc_iasq[2];
    unsigned long sc_iaoq[2];
    unsigned long sc_sar;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
