// ucontext_t as glibc lays it out on loongarch64 (LoongArch ELF psABI), without a libc header. Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

/// The FP registers that a call preserves. glibc has no place for them; they are in the slots of the temporaries t0 to t8, which
/// no context function of glibc's reads or writes.
struct glibc_compat_loongarch_fp {
    uint64_t saved[8];
    uint32_t fcsr;
    /// UC_FP_MAGIC where the other members are valid.
    uint32_t magic;
};

struct glibc_compat_mcontext {
    unsigned long long pc;
    union {
        unsigned long long gregs[32];
        struct {
            unsigned long long before_temporaries[12];
            struct glibc_compat_loongarch_fp fp;
        };
    };
    unsigned int flags;
    unsigned long long extcontext[0] __attribute__((aligned(16)));
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    struct glibc_compat_mcontext uc_mcontext;
};
