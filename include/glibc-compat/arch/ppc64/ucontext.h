// ucontext_t as glibc lays it out on ppc64 (ELFv1 and ELFv2), without a libc header. Source: glibc's <sys/ucontext.h>.
//
// The kernel's and musl's structure has a longer vmx_reserve, 1696 bytes in all. Nothing is read or written beyond glibc's 1440, so
// callers of both kinds are served.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    unsigned long reserved[4];
    int signal, pad;
    unsigned long handler, oldmask;
    /// Points to gp_regs.
    void *regs;
    /// r0 to r31, nip, msr, orig_r3, ctr, link, xer, ccr, softe, trap, dar, dsisr, result.
    unsigned long gp_regs[48];
    double fp_regs[33];
    /// v0 to v31, vscr and vrsave, at the first multiple of 16 in vmx_reserve; NULL where there are no vectors.
    void *v_regs;
    long vmx_reserve[69];
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    struct glibc_compat_mcontext uc_mcontext;
};
