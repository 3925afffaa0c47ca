// i386 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16

#ifdef HARNESS_FREESTANDING
__asm__(".globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined %eip\n\txor %ebp,%ebp\n\tand $-16,%esp\n\tcall freestanding_main\n\thlt\n\t.cfi_endproc");

static inline long system_call(long number, long a, long b, long c, long d)
{
    long result;
    __asm__ volatile("int $0x80" : "=a"(result) : "0"(number), "b"(a), "c"(b), "d"(c), "S"(d) : "memory");
    return result;
}
#endif

#include "../x86_64/fp.h"

#define FUNCTION_CALL
#define FOOTPRINT_LIBC  "libc.so.6"
#define VERSION_OF_GET  "GLIBC_2.1"
#define VERSION_OF_SET  "GLIBC_2.0"
#define VERSION_OF_SWAP "GLIBC_2.1"
#define VERSION_OF_MAKE "GLIBC_2.1"
/// FNSTENV stores 16-bit words in 32 bits: a processor fills the upper halves with ones, QEMU with zeros, so there they do not count.
static inline int fnstenv_stores_zeros(void)
{
    uint32_t environment[7];
    __asm__ volatile("fnstenv %0\n\tfldenv %0" : "=m"(environment));
    return environment[0] >> 16 == 0;
}
static inline int footprint_upper_half(size_t byte)
{
    return byte >= 236 && byte < 264 && (byte - 236) % 4 >= 2 && (byte < 248 || byte >= 260);
}
/// Signals 33 to 64 of the mask, and MXCSR with its mark: glibc keeps neither.
#define FOOTPRINT_IGNORES(byte) (((byte) >= 112 && (byte) < 116) || ((byte) >= 264 && (byte) < 272) || \
                                 (footprint_upper_half(byte) && fnstenv_stores_zeros()))
/// Calls with a known value in every register that getcontext stores, from one place for all functions.
static void __attribute__((noinline)) function_call(int (*function)(void *), void *context)
{
    __asm__ volatile("push %%ebx\n\tpush %%ebp\n\tpush %%edx\n\tmov $0x1111,%%ebx\n\tmov $0x2222,%%ebp\n\tmov $0x3333,%%esi\n\t"
                     "mov $0x4444,%%edi\n\tmov $0x5555,%%ecx\n\tcall *%%eax\n\tpop %%edx\n\tpop %%ebp\n\tpop %%ebx"
                     : "+a"(function), "+d"(context)
                     :: "ecx", "esi", "edi", "memory", "cc");
}
