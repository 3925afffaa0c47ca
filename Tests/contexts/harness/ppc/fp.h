// FPSCR, of the ppc family: rounding mode and exception flags.
#pragma once
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
