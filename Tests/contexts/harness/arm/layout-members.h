#define LAYOUT_MEMBERS \
    SAME(uc_mcontext, uc_mcontext); \
    SAME(uc_mcontext.arm_r0, uc_mcontext.arm_r0); \
    SAME(uc_mcontext.arm_fp, uc_mcontext.arm_fp); \
    SAME(uc_mcontext.arm_sp, uc_mcontext.arm_sp); \
    SAME(uc_mcontext.arm_pc, uc_mcontext.arm_pc); \
    SAME(uc_mcontext.fault_address, uc_mcontext.fault_address); \
    SAME(uc_regspace, uc_regspace);
