// ppc for the freestanding harness, and what the tests must know of the machine.
#pragma once
#define STACK_ALIGNMENT 16
#define FOOTPRINT_LIBC  "libc.so.6"
#define OLD_VERSION     "GLIBC_2.3.3"
#define UNSUPPORTED_VERSION "GLIBC_2.1"
#define VERSION_OF_GET  "GLIBC_2.3.4"
#define VERSION_OF_SET  "GLIBC_2.3.4"
#define VERSION_OF_SWAP "GLIBC_2.3.4"
#define VERSION_OF_MAKE "GLIBC_2.3.4"
/// What no call keeps, or nobody loads: r0, r4 to r13 and what is behind nip. r3 and nip: the kernel's context goes on inside glibc's
/// function, which then returns 0.
#define FOOTPRINT_REGISTER(byte) (((byte) - 192) / 4)
#define FOOTPRINT_IGNORES(byte) ((byte) >= 192 && (byte) < 384 && (FOOTPRINT_REGISTER(byte) == 0 || \
    (FOOTPRINT_REGISTER(byte) >= 3 && FOOTPRINT_REGISTER(byte) <= 13) || FOOTPRINT_REGISTER(byte) >= 32))

#ifdef HARNESS_FREESTANDING
__asm__(".text\n\t.globl _start\n_start:\n\t.cfi_startproc\n\t.cfi_undefined 65\n\tclrrwi 1,1,4\n\tli 0,0\n\tstwu 0,-32(1)\n\tbl freestanding_main\n\ttrap\n\t"
        ".cfi_endproc");
#include "system-call.h"
#endif

#include "fp.h"
