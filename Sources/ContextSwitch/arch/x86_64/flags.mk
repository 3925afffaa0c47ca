contexts-cflags := -fcf-protection=branch -mgeneral-regs-only -fno-plt
