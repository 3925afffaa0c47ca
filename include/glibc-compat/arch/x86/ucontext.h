// ucontext_t as glibc lays it out on i386 (System V Intel386 ABI), without a libc header.
//
// Source: glibc's <sys/ucontext.h>. Programs built before glibc 2.28, and all programs built for musl, have a ucontext_t that ends
// before `shadow_stack`: nothing may touch it.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Index into `gregs`, by glibc's names without their REG_ prefix.
enum glibc_compat_greg {
    GLIBC_COMPAT_GS, GLIBC_COMPAT_FS, GLIBC_COMPAT_ES, GLIBC_COMPAT_DS, GLIBC_COMPAT_EDI, GLIBC_COMPAT_ESI, GLIBC_COMPAT_EBP,
    GLIBC_COMPAT_ESP, GLIBC_COMPAT_EBX, GLIBC_COMPAT_EDX, GLIBC_COMPAT_ECX, GLIBC_COMPAT_EAX, GLIBC_COMPAT_TRAPNO, GLIBC_COMPAT_ERR,
    GLIBC_COMPAT_EIP, GLIBC_COMPAT_CS, GLIBC_COMPAT_EFL, GLIBC_COMPAT_UESP, GLIBC_COMPAT_SS, GLIBC_COMPAT_NGREG
};

/// FNSTENV's 28 bytes, then the x87 stack, which is empty at every call: its first two words hold MXCSR here.
struct glibc_compat_fpstate {
    unsigned long cw, sw, tag, ipoff, cssel, dataoff, datasel;
    union {
        struct { uint16_t significand[4], exponent; } _st[8];
        struct { uint32_t mark, mxcsr; } sse;
    };
    unsigned long status;
};

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    int gregs[GLIBC_COMPAT_NGREG];
    struct glibc_compat_fpstate *fpregs;
    unsigned long oldmask, cr2;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    struct glibc_compat_fpstate fpregs_mem;
    unsigned long shadow_stack[4];
};
