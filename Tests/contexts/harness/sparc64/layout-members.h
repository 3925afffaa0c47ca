#define LAYOUT_MEMBERS \
    SAME(kernel_sigmask, __uc_sigmask); \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.mc_gregs, uc_mcontext.mc_gregs); \
    SAME(uc_mcontext.mc_fp, uc_mcontext.mc_fp); \
    SAME(uc_mcontext.mc_i7, uc_mcontext.mc_i7); \
    SAME(uc_mcontext.mc_fpregs, uc_mcontext.mc_fpregs); \
    SAME(uc_mcontext.mc_fpregs.mcfpu_fregs, uc_mcontext.mc_fpregs.mcfpu_fregs); \
    SAME(uc_mcontext.mc_fpregs.mcfpu_fsr, uc_mcontext.mc_fpregs.mcfpu_fsr); \
    SAME(uc_mcontext.mc_fpregs.mcfpu_fprs, uc_mcontext.mc_fpregs.mcfpu_fprs); \
    SAME(uc_mcontext.mc_fpregs.mcfpu_gsr, uc_mcontext.mc_fpregs.mcfpu_gsr); \
    SAME(uc_mcontext.mc_fpregs.mcfpu_enab, uc_mcontext.mc_fpregs.mcfpu_enab);
