// What ucontext_alloc must know of riscv: the area for vectors behind the context.
#include <glibc-compat/arch/riscv/ucontext-offsets.h>
#include "../extended.h"

#define EXTENDED_MMAP   222             // on riscv32 mmap2, for which the last argument counts pages: it is 0
#define EXTENDED_MUNMAP 215
#define AREA_AT         1024
#define AT_HWCAP        16
#define HWCAP_V         (1ul << ('V' - 'A'))
_Static_assert(AREA_AT >= sizeof(struct glibc_compat_ucontext), "the area is behind the context");
_Static_assert(UC_EXTENDED_MARK == offsetof(struct glibc_compat_ucontext, uc_mcontext.fpregs) + 272, "behind fcsr");

extern unsigned long getauxval(unsigned long type) __attribute__((weak));

static long extended_system_call(long number, long a, long b, long c, long d)
{
    register long a7 __asm__("a7") = number, a0 __asm__("a0") = a, a1 __asm__("a1") = b, a2 __asm__("a2") = c, a3 __asm__("a3") = d;
    register long a4 __asm__("a4") = -1, a5 __asm__("a5") = 0;
    __asm__ volatile("ecall" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3), "r"(a4), "r"(a5) : "memory");
    return a0;
}
static int has_vectors(void) { return getauxval && getauxval(AT_HWCAP) & HWCAP_V; }
static size_t extended_size(void)
{
    unsigned long length = 0;
    if (has_vectors())
        __asm__(".option push\n\t.option arch, +zicsr\n\tcsrr %0, %1\n\t.option pop" : "=r"(length) : "i"(VLENB));
    return AREA_AT + AREA_VECTORS + 32 * length;
}
static void extended_prepare(struct glibc_compat_ucontext *context)
{
    unsigned long *words = (unsigned long *)((char *)context + UC_EXTENDED_MARK);
    words[0] = EXTENDED_MARK;
    words[1] = (uintptr_t)context;
    words[2] = has_vectors() ? (uintptr_t)context + AREA_AT : 0;
}
