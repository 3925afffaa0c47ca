// What ucontext_alloc must know of aarch64: the area for SVE behind the context, as long as vectors can be.
#include "../extended.h"
#include <glibc-compat/arch/aarch64/ucontext-offsets.h>

#define EXTENDED_MMAP   222
#define EXTENDED_MUNMAP 215
#define AREA_AT         4608
#define AT_HWCAP        16
#define HWCAP_SVE       (1ul << 22)
_Static_assert(AREA_AT >= sizeof(struct glibc_compat_ucontext) && AREA_AT % 16 == 0, "the area is aligned and behind the context");
_Static_assert(UC_EXTENDED_AREA + 16 == UC_SIZE, "the words are the last ones of `reserved`");

extern unsigned long getauxval(unsigned long type) __attribute__((weak));

static long extended_system_call(long number, long a, long b, long c, long d)
{
    register long x8 __asm__("x8") = number, x0 __asm__("x0") = a, x1 __asm__("x1") = b, x2 __asm__("x2") = c, x3 __asm__("x3") = d;
    register long x4 __asm__("x4") = -1, x5 __asm__("x5") = 0;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4), "r"(x5) : "memory");
    return x0;
}
static size_t extended_size(void) { return AREA_AT + AREA_SIZE(LONGEST_VECTOR); }
static void extended_prepare(struct glibc_compat_ucontext *context)
{
    uint64_t *words = (uint64_t *)((char *)context + UC_EXTENDED_MARK);
    words[0] = EXTENDED_MARK;
    words[1] = (uintptr_t)context;
    words[2] = getauxval && getauxval(AT_HWCAP) & HWCAP_SVE ? (uintptr_t)context + AREA_AT : 0;
}
