#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.gregs, uc_mcontext.gregs); \
    SAME(uc_mcontext.pc, uc_mcontext.pc); \
    SAME(uc_mcontext.fpregs, uc_mcontext.fpregs); \
    SAME(uc_mcontext.xfpregs, uc_mcontext.xfpregs); \
    SAME(uc_mcontext.fpscr, uc_mcontext.fpscr); \
    SAME(uc_mcontext.ownedfp, uc_mcontext.ownedfp);
