// ppc64 for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#ifdef __LITTLE_ENDIAN__
#define VERSION_OF_GET  "GLIBC_2.17"
#define VERSION_OF_SET  "GLIBC_2.17"
#define VERSION_OF_SWAP "GLIBC_2.17"
#define VERSION_OF_MAKE "GLIBC_2.17"
#else
#define OLD_VERSION     "GLIBC_2.3"
#define VERSION_OF_GET  "GLIBC_2.3.4"
#define VERSION_OF_SET  "GLIBC_2.3.4"
#define VERSION_OF_SWAP "GLIBC_2.3.4"
#define VERSION_OF_MAKE "GLIBC_2.3"
#endif
/// r2, r12 and ctr: glibc stores its own TOC and address where the caller's TOC, and this function's address, are.
#define FOOTPRINT_IGNORES(byte) (((byte) >= 248 && (byte) < 256) || ((byte) >= 328 && (byte) < 336) || ((byte) >= 512 && (byte) < 520))

#ifdef HARNESS_FREESTANDING
#if _CALL_ELF == 2
__asm__(".abiversion 2\n\t.text\n\t.globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 65\n\taddis 2,12,.TOC.-_start@ha\n\taddi 2,2,.TOC.-_start@l\n\t"
        "clrrdi 1,1,4\n\tli 0,0\n\tstdu 0,-128(1)\n\tbl freestanding_main\n\tnop\n\ttrap\n\t.cfi_endproc");
#else
__asm__(".section .opd,\"aw\"\n\t.balign 8\n\t.globl _start\n_start:\n\t.quad ._start,.TOC.@tocbase,0\n\t.previous\n\t.text\n._start:\n\t"
        ".cfi_startproc\n\t.cfi_undefined 65\n\tclrrdi 1,1,4\n\tli 0,0\n\tstdu 0,-128(1)\n\tbl freestanding_main\n\tnop\n\ttrap\n\t.cfi_endproc");
#endif
#include "../ppc/system-call.h"
#endif

#include "../ppc/fp.h"

#define FUNCTION_CALL
static inline void fp_reset(void) {}
/// Calls with a known value in every register that getcontext stores and no call keeps, from one place for all functions.
static void __attribute__((noinline)) function_call(int (*function)(void *), void *context)
{
    register int (*r12)(void *) __asm__("r12") = function;
    register void *r3 __asm__("r3") = context;
    __asm__ volatile(".machine push\n\t.machine any\n\tstdu 1,-128(1)\n\tstd 2,104(1)\n\tli 4,4\n\tli 5,5\n\tli 6,6\n\tli 7,7\n\tli 8,8\n\tli 9,9\n\tli 10,10\n\tli 11,0\n\t"
                     "li 0,0\n\tmtxer 0\n\tmtcr 0\n\t.irp n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19\n\tvxor \\n,\\n,\\n\n\t.endr\n\t"
#if _CALL_ELF != 2
                     "ld 2,8(12)\n\tld 12,0(12)\n\t"
#endif
                     "mtctr 12\n\tbctrl\n\tld 2,104(1)\n\taddi 1,1,128\n\t.machine pop"
                     : "+r"(r12), "+r"(r3)
                     :: "r0", "r4", "r5", "r6", "r7", "r8", "r9", "r10", "r11", "lr", "ctr", "xer", "cr0", "cr1", "cr2", "cr3", "cr4", "cr5",
                        "cr6", "cr7",
#ifdef __ALTIVEC__
                        "v0", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12", "v13", "v14", "v15", "v16",
                        "v17", "v18", "v19",
#endif
                        "memory");
}
