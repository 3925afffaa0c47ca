#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.regmask, uc_mcontext.regmask); \
    SAME(uc_mcontext.status, uc_mcontext.status); \
    SAME(uc_mcontext.pc, uc_mcontext.pc); \
    SAME(uc_mcontext.gregs, uc_mcontext.gregs); \
    SAME(uc_mcontext.fpregs, uc_mcontext.fpregs); \
    SAME(uc_mcontext.fpregs.fp_r.fp_dregs, uc_mcontext.fpregs.fp_r.fp_dregs); \
    SAME(uc_mcontext.fpregs.fp_r.fp_fregs, uc_mcontext.fpregs.fp_r.fp_fregs); \
    SAME(uc_mcontext.fp_owned, uc_mcontext.fp_owned); \
    SAME(uc_mcontext.fpc_csr, uc_mcontext.fpc_csr); \
    SAME(uc_mcontext.fpc_eir, uc_mcontext.fpc_eir); \
    SAME(uc_mcontext.used_math, uc_mcontext.used_math); \
    SAME(uc_mcontext.dsp, uc_mcontext.dsp); \
    SAME(uc_mcontext.mdhi, uc_mcontext.mdhi); \
    SAME(uc_mcontext.mdlo, uc_mcontext.mdlo); \
    SAME(uc_mcontext.hi1, uc_mcontext.hi1); \
    SAME(uc_mcontext.lo3, uc_mcontext.lo3);
