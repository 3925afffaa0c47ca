#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.sc_flags, uc_mcontext.sc_flags); \
    SAME(uc_mcontext.sc_gr, uc_mcontext.sc_gr); \
    SAME(uc_mcontext.sc_fr, uc_mcontext.sc_fr); \
    SAME(uc_mcontext.sc_iasq, uc_mcontext.sc_iasq); \
    SAME(uc_mcontext.sc_iaoq, uc_mcontext.sc_iaoq); \
    SAME(uc_mcontext.sc_sar, uc_mcontext.sc_sar);
