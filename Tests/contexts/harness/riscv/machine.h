// riscv64 and riscv32 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#if __riscv_xlen == 64
#define VERSION "GLIBC_2.27"
#else
#define VERSION "GLIBC_2.33"
#endif
#define VERSION_OF_GET  VERSION
#define VERSION_OF_SET  VERSION
#define VERSION_OF_SWAP VERSION
#define VERSION_OF_MAKE VERSION
/// The mark of an ordinary context, in gp's slot.
#define FOOTPRINT_IGNORES(byte) ((byte) / sizeof(long) == offsetof(ucontext_t, uc_mcontext) / sizeof(long) + 3)

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined ra\n\t.option push\n\t.option norelax\n\tla gp,__global_pointer$\n\t"
        ".option pop\n\tli s0,0\n\tandi sp,sp,-16\n\tcall freestanding_main\n\tebreak\n\t.cfi_endproc");
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long a7 __asm__("a7") = number;
    register long a0 __asm__("a0") = a;
    register long a1 __asm__("a1") = b;
    register long a2 __asm__("a2") = c;
    register long a3 __asm__("a3") = d;
    __asm__ volatile("ecall" : "+r"(a0) : "r"(a7), "r"(a1), "r"(a2), "r"(a3) : "memory");
    return a0;
}
#endif

#ifndef __riscv_float_abi_soft
static inline uint32_t fp_control(void)
{
    unsigned long frm;
    __asm__ volatile("frrm %0" : "=r"(frm));
    return frm;
}
#define FP_CONTROLS 5
static inline void fp_set_control(int which) { __asm__ volatile("fsrm %0" :: "r"((unsigned long)which)); }
static inline uint32_t fp_flags(void)
{
    unsigned long flags;
    __asm__ volatile("frflags %0" : "=r"(flags));
    return flags;
}
static inline void fp_clear_flags(void) { __asm__ volatile("fsflags zero"); }
static inline void fp_raise(int which)
{
    volatile double one = which ? 0.0 : 1.0, zero = 0.0, result;
    result = one / zero;
    (void)result;
}
#endif
