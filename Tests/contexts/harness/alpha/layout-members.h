#define LAYOUT_MEMBERS \
    SAME(uc_osf_sigmask, __uc_osf_sigmask); \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.sc_mask, uc_mcontext.sc_mask); \
    SAME(uc_mcontext.sc_pc, uc_mcontext.sc_pc); \
    SAME(uc_mcontext.sc_ps, uc_mcontext.sc_ps); \
    SAME(uc_mcontext.sc_regs, uc_mcontext.sc_regs); \
    SAME(uc_mcontext.sc_fpregs, uc_mcontext.sc_fpregs); \
    SAME(uc_mcontext.sc_fpcr, uc_mcontext.sc_fpcr); \
    SAME(uc_mcontext.sc_fp_trigger_inst, uc_mcontext.sc_fp_trigger_inst);
