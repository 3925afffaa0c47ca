// The FP environment of the x86 family, x87 and SSE: what a context must keep, and ways to change it.
#pragma once
/// The FP control words: rounding modes and precision, as one number.
static inline uint32_t fp_control(void)
{
    uint32_t mxcsr;
    uint16_t x87;
    __asm__ volatile("stmxcsr %0\n\tfnstcw %1" : "=m"(mxcsr), "=m"(x87));
    return (mxcsr & 0xffc0) << 16 | x87;
}
/// Setting `which` of FP_CONTROLS: each has another rounding mode, the last ones mask fewer exceptions or have less precision.
#define FP_CONTROLS 6
static inline void fp_set_control(int which)
{
    static const uint32_t mxcsrs[] = { 0x1f80, 0x3f80, 0x5f80, 0x7f80, 0x9fc0, 0x1f00 };
    static const uint16_t x87s[] = { 0x037f, 0x077f, 0x0b7f, 0x0f7f, 0x027f, 0x037b };
    uint32_t flags;
    __asm__ volatile("stmxcsr %0" : "=m"(flags));
    flags = (flags & 0x3f) | mxcsrs[which];
    __asm__ volatile("ldmxcsr %0\n\tfldcw %1" :: "m"(flags), "m"(x87s[which]));
}

/// The FP exception flags, x87's and SSE's.
static inline uint32_t fp_flags(void)
{
    uint32_t mxcsr;
    uint16_t x87;
    __asm__ volatile("stmxcsr %0\n\tfnstsw %1" : "=m"(mxcsr), "=m"(x87));
    return (mxcsr & 0x3f) << 8 | (x87 & 0x3f);
}
static inline void fp_clear_flags(void)
{
    uint32_t mxcsr;
    __asm__ volatile("fnclex\n\tstmxcsr %0" : "=m"(mxcsr));
    mxcsr &= ~0x3fu;
    __asm__ volatile("ldmxcsr %0" :: "m"(mxcsr));
}
/// Raises "divide by zero" (0) or "invalid" (1), by x87 and by SSE.
static inline void fp_raise(int which)
{
    volatile float one = which ? 0.0f : 1.0f, zero = 0.0f, result;
    volatile long double wide_one = which ? 0.0L : 1.0L, wide_zero = 0.0L, wide;
    result = one / zero;
    wide = wide_one / wide_zero;
    (void)result, (void)wide;
}

/// The FPU as a new process has it: no instruction has run, so FNSTENV stores no addresses.
static inline void fp_reset(void) { __asm__ volatile("fninit"); }
