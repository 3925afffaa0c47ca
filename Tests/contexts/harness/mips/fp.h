// The FP control and status register of the mips family: rounding mode and exception flags.
#pragma once
#ifdef __mips_hard_float
static inline uint32_t fp_status(void)
{
    uint32_t fcsr;
    __asm__ volatile("cfc1 %0, $31" : "=r"(fcsr));
    return fcsr;
}
static inline void fp_set_status(uint32_t fcsr) { __asm__ volatile("ctc1 %0, $31" :: "r"(fcsr)); }
// The rounding mode, and the flags without the last operation's causes.
static inline uint32_t fp_control(void) { return fp_status() & 3; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fp_set_status((fp_status() & ~3u) | (uint32_t)which); }
static inline uint32_t fp_flags(void) { return fp_status() & 0x7c; }
static inline void fp_clear_flags(void) { fp_set_status(fp_status() & ~0x3f07cu); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
#endif
