#define LAYOUT_MEMBERS \
    SAME(uc_mcontext.uc_regs, uc_mcontext.uc_regs); \
    SAME(uc_reg_space, uc_reg_space); \
    _Static_assert(sizeof(struct glibc_compat_mcontext) == sizeof(mcontext_t), "mcontext_t"); \
    _Static_assert(MC_FPREGS_OF_GLIBC == 192 && MC_VRREGS_OF_GLIBC == 464, "mcontext_t");
#define MC_FPREGS_OF_GLIBC offsetof(mcontext_t, fpregs)
#define MC_VRREGS_OF_GLIBC offsetof(mcontext_t, vrregs)
