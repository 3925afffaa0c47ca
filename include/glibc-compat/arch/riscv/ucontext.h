// ucontext_t as glibc lays it out on riscv64 and riscv32 (RISC-V ELF psABI), without a libc header. Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    /// gregs[0] is the pc, the others are x1 to x31.
    unsigned long gregs[32];
    union {
        struct { uint32_t f[32], fcsr; } single;
        struct { uint64_t f[32]; uint32_t fcsr; } full;
        struct { uint64_t f[64] __attribute__((aligned(16))); uint32_t fcsr, reserved[3]; } quad;
    } fpregs;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    struct glibc_compat_mcontext uc_mcontext;
};
