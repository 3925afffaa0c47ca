// An extended context's words behind fcsr, where neither glibc's functions nor the kernel put anything, and its area: vstart, vl,
// vtype, vcsr and vlenb, then v0 to v31. All of f0 to f31 have their places in every context.
#pragma once

#if __riscv_xlen == 64
#define UC_EXTENDED_MARK 704		// EXTENDED_MARK where ucontext_alloc made it
#define EXTENDED_WORD    8
#else
#define UC_EXTENDED_MARK 560
#define EXTENDED_WORD    4
#endif
#define UC_EXTENDED_SELF (UC_EXTENDED_MARK+EXTENDED_WORD)	// its own address: a copy has no area to be filled
#define UC_EXTENDED_AREA (UC_EXTENDED_MARK+2*EXTENDED_WORD)	// its area, or 0 where the machine has no vectors
#define EXTENDED_MARK    0x4743
#define AREA_VECTORS     64
#define VLENB            0xc22		// the register that has the bytes of a vector

#ifdef __ASSEMBLER__
// \do for f0 to f7, f10 to f17 and f28 to f31 of the context at a0; the others are in every one.
.macro other_floats do
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16, 17, 28, 29, 30, 31
	\do	\n
	.endr
.endm
// \do for all vectors of the area at t3, which are t4 bytes long. Uses t3 and t4; \do is vs8r.v or vl8re8.v.
.macro all_vectors do
	addi	t3, t3, AREA_VECTORS
	slli	t4, t4, 3
	.irp	n, 0, 8, 16, 24
	\do	v\n, (t3)
	add	t3, t3, t4
	.endr
.endm
#endif
