// x86_64: the shadow stack of a context that makecontext makes (Linux's Documentation/arch/x86/shstk.rst).
#pragma once
#include <glibc-compat/arch/x86_64/ucontext-offsets.h>

#define SYS_map_shadow_stack 453
#define SET_TOKEN            1

static inline int has_shadow_stack(void)
{
    unsigned long ssp = 0;
    __asm__ volatile("rdsspq %0" : "+r"(ssp));
    return ssp != 0;
}

/// Maps one for the context, whose first switch finds its token. 0 where there is no memory for it.
static inline int give_shadow_stack(struct glibc_compat_ucontext *ucp)
{
    // A frame has at least 16 bytes, and one return address of 8. The token comes on top.
    unsigned long size = (ucp->uc_stack.ss_size / 2 + 8 + 4095) & ~4095ul, address;
    __asm__ volatile("syscall" : "=a"(address) : "0"((long)SYS_map_shadow_stack), "D"(0l), "S"(size), "d"((long)SET_TOKEN)
                     : "rcx", "r11", "memory");
    if (address >= -4095ul)
        return 0;
    ucp->shadow_stack[0] = address + size;
    ucp->shadow_stack[1] = address;
    ucp->shadow_stack[2] = size;
    return 1;
}
