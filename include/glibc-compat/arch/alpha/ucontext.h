// ucontext_t as glibc lays it out on alpha (Calling Standard for Alpha Systems), without a libc header. Source: glibc's
// <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

/// The kernel's sigcontext. glibc's getcontext fills mask, pc, ps, regs, fpregs and fpcr.
struct glibc_compat_mcontext {
    long sc_onstack;
    long sc_mask;
    long sc_pc;
    long sc_ps;
    long sc_regs[32];
    long sc_ownedfp;
    long sc_fpregs[32];
    unsigned long sc_fpcr;
    unsigned long sc_fp_control;
    unsigned long reserved[2];
    unsigned long sc_ssize;
    char *sc_sbase;
    unsigned long sc_traparg_a0, sc_traparg_a1, sc_traparg_a2;
    unsigned long sc_fp_trap_pc, sc_fp_trigger_sum, sc_fp_trigger_inst;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    unsigned long uc_osf_sigmask;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
};
