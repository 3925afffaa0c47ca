// loongarch64 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.36"
#define VERSION_OF_SET  "GLIBC_2.36"
#define VERSION_OF_SWAP "GLIBC_2.36"
#define VERSION_OF_MAKE "GLIBC_2.36"
// FP state, which glibc does not keep, in the slots of t0 to t8.
#define FOOTPRINT_IGNORES(byte) ((byte) >= 280 && (byte) < 352)

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 1\n\tmove $fp,$zero\n\tbstrins.d $sp,$zero,3,0\n\t"
        "bl freestanding_main\n\tbreak 0\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long a7 __asm__("a7") = number;
    register long a0 __asm__("a0") = a;
    register long a1 __asm__("a1") = b;
    register long a2 __asm__("a2") = c;
    register long a3 __asm__("a3") = d;
    __asm__ volatile("syscall 0" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3)
                     : "memory", "t0", "t1", "t2", "t3", "t4", "t5", "t6", "t7", "t8");
    return a0;
}
#endif

static inline uint32_t fp_status(void)
{
    uint32_t fcsr;
    __asm__ volatile("movfcsr2gr %0, $fcsr0" : "=r"(fcsr));
    return fcsr;
}
static inline void fp_set_status(uint32_t fcsr) { __asm__ volatile("movgr2fcsr $fcsr0, %0" :: "r"(fcsr)); }
// The rounding mode, and the flags without the last operation's causes.
static inline uint32_t fp_control(void) { return fp_status() & 0x300; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fp_set_status((fp_status() & ~0x300u) | (uint32_t)which << 8); }
static inline uint32_t fp_flags(void) { return fp_status() & 0x1f0000; }
static inline void fp_clear_flags(void) { fp_set_status(fp_status() & 0x31f); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
