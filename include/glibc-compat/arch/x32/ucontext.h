// ucontext_t as glibc lays it out on x32 (System V AMD64 ABI, ILP32), without a libc header.
//
// Source: glibc's <sys/ucontext.h>. Programs built before glibc 2.28, and all programs built for musl, have a ucontext_t that ends
// before `shadow_stack`: nothing may touch it unless the kernel has shadow stacks on for the thread.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Index into `gregs`, by glibc's names without their REG_ prefix.
enum glibc_compat_greg {
    GLIBC_COMPAT_R8, GLIBC_COMPAT_R9, GLIBC_COMPAT_R10, GLIBC_COMPAT_R11, GLIBC_COMPAT_R12, GLIBC_COMPAT_R13, GLIBC_COMPAT_R14,
    GLIBC_COMPAT_R15, GLIBC_COMPAT_RDI, GLIBC_COMPAT_RSI, GLIBC_COMPAT_RBP, GLIBC_COMPAT_RBX, GLIBC_COMPAT_RDX, GLIBC_COMPAT_RAX,
    GLIBC_COMPAT_RCX, GLIBC_COMPAT_RSP, GLIBC_COMPAT_RIP, GLIBC_COMPAT_EFL, GLIBC_COMPAT_CSGSFS, GLIBC_COMPAT_ERR,
    GLIBC_COMPAT_TRAPNO, GLIBC_COMPAT_OLDMASK, GLIBC_COMPAT_CR2, GLIBC_COMPAT_NGREG
};

/// What the four functions keep here is not an FXSAVE image but the first 28 bytes of FNSTENV's, its last word replaced by MXCSR.
struct glibc_compat_fpstate {
    uint16_t cwd, swd, ftw, fop;
    uint64_t rip, rdp;
    uint32_t mxcsr, mxcr_mask;
    struct { uint16_t significand[4], exponent, reserved[3]; } st[8];
    struct { uint32_t element[4]; } xmm[16];
    uint32_t reserved[24];
};

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    long long gregs[GLIBC_COMPAT_NGREG];
    struct glibc_compat_fpstate *fpregs;
    unsigned long long reserved[8];
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    struct glibc_compat_fpstate fpregs_mem;
    unsigned long long shadow_stack[4];
};
