// ucontext_t as glibc lays it out on arm (AAPCS, EABI), without a libc header. Source: glibc's <sys/ucontext.h>.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct glibc_compat_stack {
    void *ss_sp;
    int ss_flags;
    size_t ss_size;
};

struct glibc_compat_mcontext {
    unsigned long trap_no, error_code, oldmask;
    unsigned long arm_r0, arm_r1, arm_r2, arm_r3, arm_r4, arm_r5, arm_r6, arm_r7, arm_r8, arm_r9, arm_r10, arm_fp, arm_ip, arm_sp,
        arm_lr, arm_pc, arm_cpsr, fault_address;
};

struct glibc_compat_ucontext {
    unsigned long uc_flags;
    struct glibc_compat_ucontext *uc_link;
    struct glibc_compat_stack uc_stack;
    struct glibc_compat_mcontext uc_mcontext;
    unsigned long uc_sigmask[128 / sizeof(unsigned long)];
    /// d8 to d15 and FPSCR where there is VFP, then wr10 to wr15 where there is iWMMXt.
    unsigned long uc_regspace[128] __attribute__((aligned(8)));
};
