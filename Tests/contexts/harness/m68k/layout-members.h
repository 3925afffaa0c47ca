#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.version, uc_mcontext.version); \
    SAME(uc_mcontext.gregs, uc_mcontext.gregs); \
    SAME(uc_mcontext.fpregs, uc_mcontext.fpregs); \
    SAME(uc_mcontext.fpregs.f_fpregs, uc_mcontext.fpregs.f_fpregs); \
    _Static_assert(R_SP == 15 && R_PC == 16, "gregs");
