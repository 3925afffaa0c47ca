// x86_64 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16

#ifdef HARNESS_SHADOW_STACK
/// Turns the thread's shadow stack on. In main only, which must not return: of what was called before, nothing is on it.
static inline __attribute__((always_inline)) int shadow_stack_on(void)
{
    unsigned long ssp = 0;
    long result;
    __asm__ volatile("syscall\n\trdsspq %1" : "=a"(result), "+r"(ssp) : "0"(158l), "D"(0x5001l), "S"(1l) : "rcx", "r11", "memory");
    return result == 0 && ssp != 0;                     // arch_prctl, ARCH_SHSTK_ENABLE, ARCH_SHSTK_SHSTK
}
#endif

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

#include "fp.h"

#define FUNCTION_CALL
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.2.5"
#define VERSION_OF_SET  "GLIBC_2.2.5"
#define VERSION_OF_SWAP "GLIBC_2.2.5"
#define VERSION_OF_MAKE "GLIBC_2.2.5"
#define VERSION_OF_SIGVEC "GLIBC_2.2.5"
/// Calls with a known value in every register that getcontext stores, from one place for all functions.
static void __attribute__((noinline)) function_call(int (*function)(void *), void *context)
{
    __asm__ volatile("push %%rbx\n\tpush %%rbp\n\tmov $0x1111,%%ebx\n\tmov $0x2222,%%ebp\n\tmov $0x3333,%%ecx\n\tmov $0x4444,%%edx\n\t"
                     "mov $0x5555,%%esi\n\tmov $0x6666,%%r8d\n\tmov $0x7777,%%r9d\n\tmov $0x8888,%%r12d\n\tmov $0x9999,%%r13d\n\t"
                     "mov $0xaaaa,%%r14d\n\tmov $0xbbbb,%%r15d\n\tcall *%%rax\n\tpop %%rbp\n\tpop %%rbx"
                     : "+a"(function), "+D"(context)
                     :: "rcx", "rdx", "rsi", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "memory", "cc");
}
