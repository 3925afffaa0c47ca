#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.gregs, uc_mcontext.gregs); \
    SAME(uc_mcontext.fpregs, uc_mcontext.fpregs); \
    SAME(fpregs_mem, __fpregs_mem); \
    SAME(fpregs_mem._st, __fpregs_mem._st); \
    SAME(fpregs_mem.status, __fpregs_mem.status); \
    SAME(shadow_stack, __ssp); \
    _Static_assert((int)GLIBC_COMPAT_EIP == REG_EIP && (int)GLIBC_COMPAT_ESP == REG_ESP && (int)GLIBC_COMPAT_SS == REG_SS, "gregs");
