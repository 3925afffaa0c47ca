#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.regs, uc_mcontext.regs); \
    SAME(uc_mcontext.gp_regs, uc_mcontext.gp_regs); \
    SAME(uc_mcontext.fp_regs, uc_mcontext.fp_regs); \
    SAME(uc_mcontext.v_regs, uc_mcontext.v_regs); \
    SAME(uc_mcontext.vmx_reserve, uc_mcontext.vmx_reserve);
