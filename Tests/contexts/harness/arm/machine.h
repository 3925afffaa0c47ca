// arm for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 8
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.4"
#define VERSION_OF_SET  "GLIBC_2.4"
#define VERSION_OF_SWAP "GLIBC_2.4"
#define VERSION_OF_MAKE "GLIBC_2.4"

#ifdef HARNESS_FREESTANDING
__asm__(".pushsection .text\n\t.arm\n\t.globl _start\n\t.type _start,%function\n_start:\n\t.fnstart\n\t.cantunwind\n\tmov fp,#0\n\tbic sp,sp,#7\n\t"
        "bl freestanding_main\n\tudf #0\n\t.fnend\n\t.popsection\n"
#ifdef __thumb__
        "\t.thumb\n"
#endif
        );
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long r0 __asm__("r0") = a;
    register long r1 __asm__("r1") = b;
    register long r2 __asm__("r2") = c;
    register long r3 __asm__("r3") = d;
    // r7 may be the compiler's frame pointer.
    __asm__ volatile("push {r7}\n\tmov r7,%1\n\tsvc 0\n\tpop {r7}" : "+r"(r0) : "r"(number), "r"(r1), "r"(r2), "r"(r3) : "memory");
    return r0;
}
#endif

#ifdef __ARM_PCS_VFP
#define FPSCR_CONTROL 0x03c00000u
#define FPSCR_FLAGS   0x0000009fu
static inline uint32_t fpscr(void)
{
    uint32_t value;
    __asm__ volatile("vmrs %0, fpscr" : "=r"(value));
    return value;
}
static inline void fpscr_become(uint32_t value) { __asm__ volatile("vmsr fpscr, %0" :: "r"(value)); }
static inline uint32_t fp_control(void) { return fpscr() & FPSCR_CONTROL; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fpscr_become((fpscr() & ~FPSCR_CONTROL) | (uint32_t)which << 22); }
static inline uint32_t fp_flags(void) { return fpscr() & FPSCR_FLAGS; }
static inline void fp_clear_flags(void) { fpscr_become(fpscr() & ~FPSCR_FLAGS); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
#else
static inline void fp_set_control(int which) { (void)which; }
#endif
