contexts-cflags := -mbranch-protection=bti -mgeneral-regs-only
