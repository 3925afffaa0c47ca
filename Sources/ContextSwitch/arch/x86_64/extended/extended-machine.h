// What ucontext_alloc must know of x86_64: the XSAVE area behind the context.
#include "extended.h"
#include <glibc-compat/arch/x86_64/ucontext-offsets.h>

#define EXTENDED_MMAP     9
#define EXTENDED_MUNMAP   11
#define AREA_AT           1024
#define LEGACY_AND_HEADER 576
/// x87, SSE, AVX and the three parts of AVX-512. Protection keys belong to the thread, AMX's tiles need the kernel's permission.
#define FEATURES          0xe7u
_Static_assert(AREA_AT >= sizeof(struct glibc_compat_ucontext) && AREA_AT % 64 == 0, "the area is aligned and behind the context");
UC_CHECK(UC_EXTENDED_MARK, uc_mcontext.reserved);

static long extended_system_call(long number, long a, long b, long c, long d)
{
    long result;
    register long r10 __asm__("r10") = d, r8 __asm__("r8") = -1, r9 __asm__("r9") = 0;
    __asm__ volatile("syscall" : "=a"(result) : "0"(number), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9) : "rcx", "r11", "memory");
    return result;
}
struct cpuid { uint32_t a, b, c, d; };
static struct cpuid cpuid(uint32_t leaf, uint32_t part)
{
    struct cpuid result;
    __asm__("cpuid" : "=a"(result.a), "=b"(result.b), "=c"(result.c), "=d"(result.d) : "0"(leaf), "2"(part));
    return result;
}
/// The state components that this processor and kernel have, 0 without XSAVE; and how far their area reaches.
static uint32_t features(size_t *size)
{
    uint32_t present, high;
    *size = LEGACY_AND_HEADER;
    if (!(cpuid(1, 0).c & 1u << 27))    // OSXSAVE
        return 0;
    __asm__("xgetbv" : "=a"(present), "=d"(high) : "c"(0));
    present &= FEATURES;
    for (uint32_t part = 2; part < 8; part++)
        if (present >> part & 1) {
            struct cpuid place = cpuid(13, part);
            if (place.a + place.b > *size)
                *size = place.a + place.b;
        }
    return present;
}
static size_t extended_size(void)
{
    size_t size;
    features(&size);
    return AREA_AT + size;
}
static void extended_prepare(struct glibc_compat_ucontext *context)
{
    size_t size;
    uint32_t present = features(&size);
    if (!present)
        return;
    char *area = (char *)context + AREA_AT;
    context->uc_mcontext.reserved[0] = EXTENDED_MARK;
    context->uc_mcontext.reserved[1] = (uintptr_t)context;
    context->uc_mcontext.reserved[2] = (uintptr_t)area;
    *(uint32_t *)(area + XSTATE_FEATURES_AT) = present;
    *(uint32_t *)(area + XSTATE_SIZE_AT) = (uint32_t)size;
}
