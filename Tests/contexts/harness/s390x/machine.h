// s390x for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 8
#define FOOTPRINT_LIBC  "libc.so.6"
#define OLD_VERSION     "GLIBC_2.19"
#define VERSION_OF_GET  "GLIBC_2.2"
#define VERSION_OF_SET  "GLIBC_2.2"
#define VERSION_OF_SWAP "GLIBC_2.2"
#define VERSION_OF_MAKE "GLIBC_2.2"

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined %r14\n\taghi %r15,-160\n\txc 0(8,%r15),0(%r15)\n\t"
        "brasl %r14,freestanding_main\n\t.short 0\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long r1 __asm__("r1") = number;
    register long r2 __asm__("r2") = a;
    register long r3 __asm__("r3") = b;
    register long r4 __asm__("r4") = c;
    register long r5 __asm__("r5") = d;
    __asm__ volatile("svc 0" : "+d"(r2) : "d"(r1), "d"(r3), "d"(r4), "d"(r5) : "memory");
    return r2;
}
#endif

#define FPC_ROUNDING 3u
#define FPC_FLAGS    0x00f80000u
static inline uint32_t fpc(void)
{
    uint32_t value;
    __asm__ volatile("stfpc %0" : "=Q"(value));
    return value;
}
static inline void fpc_become(uint32_t value) { __asm__ volatile("lfpc %0" :: "Q"(value)); }
static inline uint32_t fp_control(void) { return fpc() & FPC_ROUNDING; }
#define FP_CONTROLS 4
static inline void fp_set_control(int which) { fpc_become((fpc() & ~FPC_ROUNDING) | (uint32_t)which); }
static inline uint32_t fp_flags(void) { return fpc() & FPC_FLAGS; }
static inline void fp_clear_flags(void) { fpc_become(fpc() & ~FPC_FLAGS); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
