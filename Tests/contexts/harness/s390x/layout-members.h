#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.psw.addr, uc_mcontext.psw.addr); \
    SAME(uc_mcontext.gregs, uc_mcontext.gregs); \
    SAME(uc_mcontext.aregs, uc_mcontext.aregs); \
    SAME(uc_mcontext.fpregs.fpc, uc_mcontext.fpregs.fpc); \
    SAME(uc_mcontext.fpregs.fprs, uc_mcontext.fpregs.fprs);
