// x86_64 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined %rip\n\txor %ebp,%ebp\n\tand $-16,%rsp\n\tcall freestanding_main\n\thlt\n\t.cfi_endproc");

static inline long system_call(long number, long a, long b, long c, long d)
{
    long result;
    register long r10 __asm__("r10") = d;
    __asm__ volatile("syscall" : "=a"(result) : "0"(number), "D"(a), "S"(b), "d"(c), "r"(r10) : "rcx", "r11", "memory");
    return result;
}
#endif

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

#define FUNCTION_CALL
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.2.5"
#define VERSION_OF_SET  "GLIBC_2.2.5"
#define VERSION_OF_SWAP "GLIBC_2.2.5"
#define VERSION_OF_MAKE "GLIBC_2.2.5"
#define VERSION_OF_SIGVEC "GLIBC_2.2.5"
/// The FPU as a new process has it: no instruction has run, so FNSTENV stores no addresses.
static inline void fp_reset(void) { __asm__ volatile("fninit"); }
/// Calls with a known value in every register that getcontext stores, from one place for all functions.
static void __attribute__((noinline)) function_call(int (*function)(void *), void *context)
{
    __asm__ volatile("push %%rbx\n\tpush %%rbp\n\tmov $0x1111,%%ebx\n\tmov $0x2222,%%ebp\n\tmov $0x3333,%%ecx\n\tmov $0x4444,%%edx\n\t"
                     "mov $0x5555,%%esi\n\tmov $0x6666,%%r8d\n\tmov $0x7777,%%r9d\n\tmov $0x8888,%%r12d\n\tmov $0x9999,%%r13d\n\t"
                     "mov $0xaaaa,%%r14d\n\tmov $0xbbbb,%%r15d\n\tcall *%%rax\n\tpop %%rbp\n\tpop %%rbx"
                     : "+a"(function), "+D"(context)
                     :: "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory", "cc");
}
