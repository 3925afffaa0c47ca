#define uc_flags_of_glibc __uc_flags
#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.gregs, uc_mcontext.__gregs); \
    SAME(uc_mcontext.fpregs, uc_mcontext.__fpregs); \
    SAME(uc_mcontext.fpregs.full.f, uc_mcontext.__fpregs.__d.__f); \
    SAME(uc_mcontext.fpregs.full.fcsr, uc_mcontext.__fpregs.__d.__fcsr);
