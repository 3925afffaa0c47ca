#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.gregs, uc_mcontext.gregs); \
    SAME(uc_mcontext.fpregs, uc_mcontext.fpregs); \
    SAME(fpregs_mem, __fpregs_mem); \
    SAME(fpregs_mem.mxcsr, __fpregs_mem.mxcsr); \
    SAME(fpregs_mem.xmm, __fpregs_mem._xmm); \
    SAME(shadow_stack, __ssp); \
    _Static_assert((int)GLIBC_COMPAT_RIP == REG_RIP && (int)GLIBC_COMPAT_RSP == REG_RSP && (int)GLIBC_COMPAT_CR2 == REG_CR2, "gregs");
