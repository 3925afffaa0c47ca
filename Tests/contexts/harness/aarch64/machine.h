// aarch64 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.17"
#define VERSION_OF_SET  "GLIBC_2.17"
#define VERSION_OF_SWAP "GLIBC_2.17"
#define VERSION_OF_MAKE "GLIBC_2.17"
#define VERSION_OF_SIGVEC "GLIBC_2.17"
/// The mark of an ordinary context, in pstate's upper half.
#define FOOTPRINT_IGNORES(byte) ((byte) == 454 || (byte) == 455)

#ifdef HARNESS_SHADOW_STACK
/// Turns the thread's shadow stack (GCS) on. In main only, which must not return: of what was called before, nothing is on it.
static inline __attribute__((always_inline)) int shadow_stack_on(void)
{
    register unsigned long x16 __asm__("x16") = 1;
    register long x8 __asm__("x8") = 167, x0 __asm__("x0") = 75, x1 __asm__("x1") = 1; // prctl, PR_SET_SHADOW_STACK_STATUS, _ENABLE
    register long x2 __asm__("x2") = 0, x3 __asm__("x3") = 0, x4 __asm__("x4") = 0;
    __asm__ volatile("svc 0\n\thint #40" : "+r"(x0), "+r"(x16) : "r"(x8), "r"(x1), "r"(x2), "r"(x3), "r"(x4) : "memory");
    return x0 == 0 && x16 == 0;
}
#endif

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined x30\n\tmov x29,#0\n\tbl freestanding_main\n\tbrk #1\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3) : "memory");
    return x0;
}
#endif

static inline uint32_t fp_control(void)
{
    uint64_t fpcr;
    __asm__ volatile("mrs %0, fpcr" : "=r"(fpcr));
    return fpcr;
}
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { __asm__ volatile("msr fpcr, %0" :: "r"((uint64_t)which << 22)); }
static inline uint32_t fp_flags(void)
{
    uint64_t fpsr;
    __asm__ volatile("mrs %0, fpsr" : "=r"(fpsr));
    return fpsr & 0x1f;
}
static inline void fp_clear_flags(void) { __asm__ volatile("msr fpsr, %0" :: "r"(0ul)); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
