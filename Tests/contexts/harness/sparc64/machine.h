// sparc64 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.2"
#define VERSION_OF_SET  "GLIBC_2.2"
#define VERSION_OF_SWAP "GLIBC_2.2"
#define VERSION_OF_MAKE "GLIBC_2.2"
// Differ: the privileged bits of tstate, which nobody reads back; pc and npc, which are getcontext's own; g1 and g5, where the call
// goes through the program's table; o1, which glibc changes; FP state, which glibc does not keep.
#define IS_WORD(byte, offset) ((byte) / 8 == (offset) / 8)
#define FOOTPRINT_IGNORES(byte) (IS_WORD(byte, 32) || IS_WORD(byte, 40) || IS_WORD(byte, 48) || IS_WORD(byte, 64) || \
    IS_WORD(byte, 96) || IS_WORD(byte, 128) || IS_WORD(byte, 464) || IS_WORD(byte, 480) || (byte) == 498)
// getcontext stores the temporaries too: they are the same for each call.
#define FUNCTION_CALL
static void __attribute__((noinline, unused)) function_call(int (*function)(void *), void *context)
{
    static char bound[4096] __attribute__((aligned(16)));
    function(bound); // the first call binds the name, which changes temporaries
    register void *argument __asm__("%o0") = context;
    register int (*target)(void *) __asm__("%l0") = function;
    __asm__ volatile("mov 2,%%g2\n\tmov 3,%%g3\n\tmov 4,%%g4\n\tmov 6,%%g6\n\tmov 11,%%o1\n\t"
                     "mov 12,%%o2\n\tmov 13,%%o3\n\tmov 14,%%o4\n\tmov 15,%%o5\n\tcall %1\n\tnop"
                     : "+r"(argument) : "r"(target) : "memory", "cc", "g1", "g2", "g3", "g4", "g5", "o1", "o2", "o3", "o4", "o5", "o7");
}
static inline void fp_reset(void) {}

#ifdef HARNESS_FREESTANDING
#define SIGUSR1     30
#define SIGUSR2     31
#define SIG_BLOCK   1
#define SIG_SETMASK 4
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 15\n\tmov 0,%fp\n\tcall freestanding_main\n\t nop\n\t"
        "illtrap 0\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long g1 __asm__("g1") = number;
    register long o0 __asm__("o0") = a;
    register long o1 __asm__("o1") = b;
    register long o2 __asm__("o2") = c;
    register long o3 __asm__("o3") = d;
    __asm__ volatile("ta 0x6d\n\tbcc,pt %%xcc,1f\n\t nop\n\tsub %%g0,%%o0,%%o0\n1:"
                     : "+r"(o0), "+r"(g1), "+r"(o1) : "r"(o2), "r"(o3) : "memory", "cc");
    return o0;
}
#endif

static inline uint64_t fp_status(void)
{
    uint64_t fsr;
    __asm__ volatile("stx %%fsr,%0" : "=m"(fsr));
    return fsr;
}
static inline void fp_set_status(uint64_t fsr) { __asm__ volatile("ldx %0,%%fsr" :: "m"(fsr)); }
// The rounding mode, and the accrued exceptions.
static inline uint32_t fp_control(void) { return fp_status() >> 30 & 3; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fp_set_status((fp_status() & ~(3ul << 30)) | (uint64_t)which << 30); }
static inline uint32_t fp_flags(void) { return fp_status() >> 5 & 0x1f; }
static inline void fp_clear_flags(void) { fp_set_status(fp_status() & ~0x3fful); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
