// ucontext_t as glibc lays it out on or1k since 2.40, without a libc header. Source: glibc's <sys/ucontext.h>.
//
// Until 2.39 there was no fpcsr, and the mask lay 4 bytes lower. musl has the word, by another name.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    unsigned long gprs[32], pc, sr, fpcsr;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
