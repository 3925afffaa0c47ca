#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.regs, uc_mcontext.regs); \
    SAME(uc_mcontext.sp, uc_mcontext.sp); \
    SAME(uc_mcontext.pc, uc_mcontext.pc); \
    SAME(uc_mcontext.pstate, uc_mcontext.pstate); \
    SAME(uc_mcontext.reserved, uc_mcontext.__reserved);
