// The kernel's signal frame on riscv (Linux's <asm/ucontext.h>, <asm/sigcontext.h>): siginfo_t, ucontext_t, and records of magic and
// size, the first of which is the last eight bytes of ucontext_t, up to one with magic 0.
#pragma once

#define FRAME_INFO_SIZE  128
#define UC_STACK_FLAGS   (3*WORD)
#define UC_RECORDS       (UC_SIZE-8)
#define VECTOR_MAGIC     0x53465457
#if __riscv_xlen == 64
#define VECTOR_DATA_AT   56			// behind five registers and a pointer to it
#define VECTOR_POINTER_AT 48
#else
#define VECTOR_DATA_AT   40
#define VECTOR_POINTER_AT 28
#endif
#define VECTOR_LARGEST   0x80000		// 32 registers of 64 Kibit, as the specification bounds them, and some more
