// m68k for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 4
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.1"
#define VERSION_OF_SET  "GLIBC_2.0"
#define VERSION_OF_SWAP "GLIBC_2.1"
#define VERSION_OF_MAKE "GLIBC_2.1"
/// Signals 33 to 64 of the mask, which glibc does not keep.
#define FOOTPRINT_IGNORES(byte) ((byte) >= 528 && (byte) < 532)

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 24\n\tsub.l %a6,%a6\n\tjsr freestanding_main\n\tillegal\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long d0 __asm__("d0") = number;
    register long d1 __asm__("d1") = a;
    register long d2 __asm__("d2") = b;
    register long d3 __asm__("d3") = c;
    register long d4 __asm__("d4") = d;
    __asm__ volatile("trap #0" : "+d"(d0) : "d"(d1), "d"(d2), "d"(d3), "d"(d4) : "memory");
    return d0;
}
#endif

static inline uint32_t fp_control(void)
{
    uint32_t fpcr;
    __asm__ volatile("fmove.l %%fpcr,%0" : "=d"(fpcr));
    return fpcr & 0xf0;
}
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { __asm__ volatile("fmove.l %0,%%fpcr" :: "d"((uint32_t)which << 4)); }
static inline uint32_t fp_flags(void)
{
    uint32_t fpsr;
    __asm__ volatile("fmove.l %%fpsr,%0" : "=d"(fpsr));
    return fpsr & 0xf8;
}
static inline void fp_clear_flags(void) { __asm__ volatile("fmove.l %0,%%fpsr" :: "d"(0)); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
