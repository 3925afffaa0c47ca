// An extended context's words at the end of `reserved`, which neither glibc's functions nor ours touch otherwise, and its area: the
// length of a vector, then z0 to z31, p0 to p15 and the first-fault register. The 128 bits that every machine has are in the FPSIMD
// record.
#pragma once

#define UC_EXTENDED_MARK 4528		// EXTENDED_MARK where ucontext_alloc made it
#define UC_EXTENDED_SELF 4536		// its own address: a copy has no area to be filled
#define UC_EXTENDED_AREA 4544		// its area, or 0 where the machine has no SVE
#define EXTENDED_MARK    0x4743
#define AREA_VECTORS     16
#define AREA_SIZE(vector) (AREA_VECTORS + 32 * (vector) + 17 * ((vector) / 8))
#define LONGEST_VECTOR   256

#ifdef __ASSEMBLER__
// \do for all SVE registers of the area at x4, whose vectors are x3 bytes long. Uses x4; \do is ldr or str.
.macro all_scalable do
	add	x4, x4, AREA_VECTORS
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\do	z\n, [x4, \n, mul vl]
	.endr
	add	x4, x4, x3, lsl 5
.endm
.macro all_predicates do
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	\do	p\n, [x4, \n, mul vl]
	.endr
.endm
// \do for q0 to q7 and q16 to q31 of the context at x0; q8 to q15 are in every one.
.macro other_vectors do
	sub	x4, x0, -(UC_Q8-128)
	.irp	n, 0, 2, 4, 6
	vector_pair \do, \n
	.endr
	.irp	n, 16, 18, 20, 22, 24, 26, 28, 30
	vector_pair \do, \n
	.endr
.endm
.macro vector_pair do, n
	.irp	m, 1, 3, 5, 7, 17, 19, 21, 23, 25, 27, 29, 31
	.if \m == \n + 1
	\do	q\n, q\m, [x4, 16*\n]
	.endif
	.endr
.endm
#endif
