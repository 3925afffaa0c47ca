// mips (n64 and n32) for the freestanding harness, and what the tests must know of the machine.
#pragma once
#include <stdint.h>
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.2"
#define VERSION_OF_SET  "GLIBC_2.0"
#define VERSION_OF_SWAP "GLIBC_2.2"
#define VERSION_OF_MAKE "GLIBC_2.2"

typedef uint32_t instruction;
#define BREAKPOINT        0x0000000du
#define BREAKPOINT_SIGNAL SIGTRAP
#define DELAY_SLOTS       1
#ifdef __mips_soft_float
// The compiler has no libgcc that computes doubles without floating-point registers.
#define WITHOUT_DOUBLE
#endif

#ifdef __mips_hard_float
#define PRESERVED_REGISTERS 16, 17, 18, 19, 20, 21, 22, 23, 28, 30, PRESERVED_FLOATS
#if __SIZEOF_POINTER__ == 4
#define PRESERVED_FLOATS 52, 54, 56, 58, 60, 62
#else
#define PRESERVED_FLOATS 56, 57, 58, 59, 60, 61, 62, 63
#endif
static inline void fill_preserved_registers(void)
{
    __asm__ volatile(".irp n,16,17,18,19,20,21,22,23,30\n\tli $\\n,0x5a5a00\\n\n\t.endr\n\t"
                     ".irp n,20,22,24,25,26,27,28,29,30,31\n\tmtc1 $16,$f\\n\n\t.endr"
                     ::: "$16", "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$30",
                     "$f20", "$f22", "$f24", "$f25", "$f26", "$f27", "$f28", "$f29", "$f30", "$f31");
}
#endif

#ifdef HARNESS_FREESTANDING
#if __SIZEOF_POINTER__ == 4
#define ADD "addu"
#define LOAD_ADDRESS "la"
#else
#define ADD "daddu"
#define LOAD_ADDRESS "dla"
#endif
__asm__(".text\n\t.globl __start\n\t.globl _start\n__start:\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 31\n\t.set noreorder\n\t"
        "bal 1f\n\tnop\n\t.set reorder\n1:\tlui $28,%hi(%neg(%gp_rel(1b)))\n\taddiu $28,$28,%lo(%neg(%gp_rel(1b)))\n\t" ADD " $28,$28,$31\n\t"
        "move $30,$0\n\tli $8,-16\n\tand $29,$29,$8\n\t" LOAD_ADDRESS " $25,freestanding_main\n\tjalr $25\n\tbreak\n\t.cfi_endproc");
#if __mips_isa_rev < 6
#define CLOBBERED "hi", "lo", "memory"
#else
#define CLOBBERED "memory"
#endif
static inline long system_call(long number, long a, long b, long c, long d)
{
    register long v0 __asm__("$2") = number;
    register long a0 __asm__("$4") = a;
    register long a1 __asm__("$5") = b;
    register long a2 __asm__("$6") = c;
    register long a3 __asm__("$7") = d;
    __asm__ volatile("syscall" : "+r"(v0), "+r"(a3) : "r"(a0), "r"(a1), "r"(a2)
                     : "$1", "$3", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$24", "$25", CLOBBERED);
    return a3 ? -v0 : v0;
}
#endif

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
