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
#include "../mips/system-call.h"
#endif

#include "../mips/fp.h"
