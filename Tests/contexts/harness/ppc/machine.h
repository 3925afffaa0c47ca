// ppc for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#define OLD_VERSION     "GLIBC_2.3.3"
#define UNSUPPORTED_VERSION "GLIBC_2.1"
#define VERSION_OF_GET  "GLIBC_2.3.4"
#define VERSION_OF_SET  "GLIBC_2.3.4"
#define VERSION_OF_SWAP "GLIBC_2.3.4"
#define VERSION_OF_MAKE "GLIBC_2.3.4"
/// What no call keeps, or nobody loads: r0, r4 to r13 and what is behind nip. r3 and nip: the kernel's context goes on inside glibc's
/// function, which then returns 0.
#define FOOTPRINT_REGISTER(byte) (((byte) - 192) / 4)
#define FOOTPRINT_IGNORES(byte) ((byte) >= 192 && (byte) < 384 && (FOOTPRINT_REGISTER(byte) == 0 || \
    (FOOTPRINT_REGISTER(byte) >= 3 && FOOTPRINT_REGISTER(byte) <= 13) || FOOTPRINT_REGISTER(byte) >= 32))

#ifdef HARNESS_FREESTANDING
__asm__(".text\n\t.globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 65\n\tclrrwi 1,1,4\n\tli 0,0\n\tstwu 0,-32(1)\n\tbl freestanding_main\n\ttrap\n\t"
        ".cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long r0 __asm__("r0") = number;
    register long r3 __asm__("r3") = a;
    register long r4 __asm__("r4") = b;
    register long r5 __asm__("r5") = c;
    register long r6 __asm__("r6") = d;
    __asm__ volatile("sc\n\tbns+ 1f\n\tneg %1,%1\n1:" : "+r"(r0), "+r"(r3), "+r"(r4), "+r"(r5), "+r"(r6)
                     :: "r7", "r8", "r9", "r10", "r11", "r12", "ctr", "xer", "cr0", "memory");
    return r3;
}
#endif

static inline uint64_t fpscr(void)
{
    double value;
    __asm__ volatile("mffs %0" : "=d"(value));
    union { double d; uint64_t u; } bits = { value };
    return bits.u & 0xffffffff;
}
static inline void fpscr_become(uint64_t value)
{
    union { uint64_t u; double d; } bits = { value };
    __asm__ volatile("mtfsf 255,%0" :: "d"(bits.d));
}
static inline uint32_t fp_control(void) { return fpscr() & 3; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fpscr_become((fpscr() & ~3ull) | (uint32_t)which); }
/// The sticky flags: overflow, underflow, division by zero, inexact, and the kinds of invalid.
#define FPSCR_FLAGS 0x1ff80700u
static inline uint32_t fp_flags(void) { return fpscr() & FPSCR_FLAGS; }
static inline void fp_clear_flags(void) { fpscr_become(fpscr() & 0xff); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
