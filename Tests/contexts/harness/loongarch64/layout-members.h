#define uc_flags_of_glibc __uc_flags
#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.pc, uc_mcontext.__pc); \
    SAME(uc_mcontext.gregs, uc_mcontext.__gregs); \
    SAME(uc_mcontext.flags, uc_mcontext.__flags); \
    SAME(uc_mcontext.extcontext, uc_mcontext.__extcontext);
