// aarch64: the shadow stack of a context that makecontext makes (Linux's Documentation/arch/arm64/gcs.rst).
#pragma once
#include <glibc-compat/arch/aarch64/ucontext-offsets.h>

#define SYS_map_shadow_stack 453
#define SET_TOKEN            1
#define SET_MARKER           2

static inline int has_shadow_stack(void)
{
    register unsigned long x16 __asm__("x16") = 1;
    __asm__ volatile("hint #40" : "+r"(x16)); // CHKFEAT
    return !x16;
}

/// Where the thread has a shadow stack, maps one for the context, whose first switch finds its cap. 0 where there is no memory for it.
static inline int give_shadow_stack(struct glibc_compat_ucontext *ucp)
{
    if (!has_shadow_stack())
        return 1;
    // A frame has at least 16 bytes and one return address of 8. A cap and the marker of its end come on top.
    unsigned long size = (ucp->uc_stack.ss_size / 2 + 16 + 4095) & ~4095ul;
    register long x8 __asm__("x8") = SYS_map_shadow_stack, x0 __asm__("x0") = 0, x1 __asm__("x1") = (long)size;
    register long x2 __asm__("x2") = SET_TOKEN | SET_MARKER;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2) : "memory");
    if ((unsigned long)x0 >= -4095ul)
        return 0;
    struct glibc_compat_gcs *record = (struct glibc_compat_gcs *)((char *)ucp + UC_GCS);
    uint32_t *terminator = (uint32_t *)(record + 1);
    *record = (struct glibc_compat_gcs){ GCS_MAGIC, GCS_SIZE, (uint64_t)x0 + size - 8, 1, 0 };
    terminator[0] = terminator[1] = 0;
    return 1;
}
