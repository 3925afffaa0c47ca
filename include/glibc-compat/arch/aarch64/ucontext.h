// ucontext_t as glibc lays it out on aarch64 (AAPCS64), without a libc header. Source: glibc's <sys/ucontext.h>, and the kernel's
// <asm/sigcontext.h> for the records in `reserved`.
#pragma once
#include <stddef.h>
#include <stdint.h>

#define GLIBC_COMPAT_FPSIMD_MAGIC 0x46508001
#define GLIBC_COMPAT_GCS_MAGIC    0x47435300

/// The first record in `reserved`: FP and SIMD state. A record with magic and size 0 ends the list.
struct glibc_compat_fpsimd {
    uint32_t magic, size;
    uint32_t fpsr, fpcr;
    struct { uint64_t low, high; } vregs[32];
};

/// The second record, where the thread has a shadow stack (GCS): its pointer, as it is once the context is resumed.
struct glibc_compat_gcs {
    uint32_t magic, size;
    uint64_t gcspr, features_enabled, reserved;
};

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    unsigned long long fault_address;
    unsigned long long regs[31];
    unsigned long long sp, pc, pstate;
    unsigned char reserved[4096] __attribute__((aligned(16)));
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    struct glibc_compat_mcontext uc_mcontext;
};
