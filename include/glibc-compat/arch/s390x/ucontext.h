// ucontext_t as glibc lays it out on s390x (s390x ELF ABI), without a libc header. Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    struct { unsigned long mask, addr; } __attribute__((aligned(8))) psw;
    unsigned long gregs[16];
    /// Access registers; a0 and a1 hold the thread pointer.
    unsigned int aregs[16];
    struct { unsigned int fpc; union { double d; float f; } fprs[16]; } fpregs;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
