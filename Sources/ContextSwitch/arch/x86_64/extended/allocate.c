// ucontext_t *ucontext_alloc(uint32_t flags); void ucontext_free(ucontext_t *): illumos' ucontext_alloc(3C), on pages of its own, so
// that no libc is needed. Behind the ucontext_t lies the XSAVE area that getcontext_extd fills.
#include "../../../function.h"
#include "extended.h"
#include <glibc-compat/arch/x86_64/ucontext-offsets.h>

#define SYS_mmap          9
#define SYS_munmap        11
#define PROT_READ_WRITE   3
#define MAP_PRIVATE_PAGES 0x22
#define AREA_AT           1024
#define LEGACY_AND_HEADER 576
#define ENOMEM            12
#define EINVAL            22
/// x87, SSE, AVX and the three parts of AVX-512. Protection keys belong to the thread, AMX's tiles need the kernel's permission.
#define FEATURES          0xe7u
_Static_assert(AREA_AT >= sizeof(struct glibc_compat_ucontext) && AREA_AT % 64 == 0, "the area is aligned and behind the context");
UC_CHECK(UC_EXTENDED_MARK, uc_mcontext.reserved);

CONTEXT_HIDDEN int HIDDEN(fail)(long result);

static long system_call(long number, long a, long b, long c, long d)
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
static size_t pages(size_t size) { return (AREA_AT + size + 4095) & -(size_t)4096; }

struct glibc_compat_ucontext *ucontext_alloc(uint32_t flags)
{
    size_t size;
    uint32_t present = features(&size);
    if (flags) {
        HIDDEN(fail)(-EINVAL);
        return NULL;
    }
    long memory = system_call(SYS_mmap, 0, (long)pages(size), PROT_READ_WRITE, MAP_PRIVATE_PAGES);
    if (memory < 0 && memory > -4096) {
        HIDDEN(fail)(-ENOMEM);
        return NULL;
    }
    struct glibc_compat_ucontext *context = (struct glibc_compat_ucontext *)memory;
    if (present) {
        char *area = (char *)context + AREA_AT;
        context->uc_mcontext.reserved[0] = EXTENDED_MARK;
        context->uc_mcontext.reserved[1] = (uintptr_t)context;
        context->uc_mcontext.reserved[2] = (uintptr_t)area;
        *(uint32_t *)(area + XSTATE_FEATURES_AT) = present;
        *(uint32_t *)(area + XSTATE_SIZE_AT) = (uint32_t)size;
    }
    return context;
}

void ucontext_free(struct glibc_compat_ucontext *context)
{
    size_t size;
    features(&size);
    if (context)
        system_call(SYS_munmap, (long)context, (long)pages(size), 0, 0);
}
