// sh for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 4
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.2"
#define VERSION_OF_SET  "GLIBC_2.2"
#define VERSION_OF_SWAP "GLIBC_2.2"
#define VERSION_OF_MAKE "GLIBC_2.2"

#ifdef HARNESS_FREESTANDING
__asm__(".text\n\t.balign 4\n\t.globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined pr\n\tmov #0,r14\n\tmov.l 1f,r0\n\tjsr @r0\n\tnop\n\t"
        ".short 0\n\t.balign 4\n1:\t.long freestanding_main\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long r3 __asm__("r3") = number;
    register long r4 __asm__("r4") = a;
    register long r5 __asm__("r5") = b;
    register long r6 __asm__("r6") = c;
    register long r7 __asm__("r7") = d;
    register long r0 __asm__("r0");
    __asm__ volatile("trapa #0x14" : "=r"(r0) : "r"(r3), "r"(r4), "r"(r5), "r"(r6), "r"(r7) : "memory", "t");
    return r0;
}
#endif

#define FPSCR_ROUNDING 3u
#define FPSCR_FLAGS    0x7cu
static inline uint32_t fpscr(void)
{
    uint32_t value;
    __asm__ volatile("sts fpscr,%0" : "=r"(value));
    return value;
}
static inline void fpscr_become(uint32_t value) { __asm__ volatile("lds %0,fpscr" :: "r"(value)); }
static inline uint32_t fp_control(void) { return fpscr() & FPSCR_ROUNDING; }
#define FP_CONTROLS 2
static inline void fp_set_control(int which) { fpscr_become((fpscr() & ~FPSCR_ROUNDING) | (which & 1)); }
static inline uint32_t fp_flags(void) { return fpscr() & FPSCR_FLAGS; }
static inline void fp_clear_flags(void) { fpscr_become(fpscr() & ~FPSCR_FLAGS); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}

/// Signals 33 to 64 of the mask, which glibc does not keep.
#define FOOTPRINT_IGNORES(byte) ((byte) >= 256 && (byte) < 260)
#define FUNCTION_CALL
static inline void fp_reset(void) {}
/// Calls with a known value in every register that getcontext stores, from one place for all functions.
static void __attribute__((noinline)) function_call(int (*function)(void *), void *context)
{
    register int (*r0)(void *) __asm__("r0") = function;
    register void *r4 __asm__("r4") = context;
    __asm__ volatile("mov #11,r1\n\tmov #12,r2\n\tmov #13,r3\n\tmov #15,r5\n\tmov #16,r6\n\tmov #17,r7\n\tlds r1,macl\n\tlds r2,mach\n\t"
                     "lds r3,fpul\n\tsett\n\tjsr @r0\n\tnop"
                     : "+r"(r0), "+r"(r4) :: "r1", "r2", "r3", "r5", "r6", "r7", "pr", "t", "mach", "macl", "memory");
}
