// ppc: floating point and vectors, into the registers' place at r12 and back.
#pragma once
#include "context.h"

.macro each_of_32 do
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\do	\n
	.endr
.endm
.macro store_f n
	stfd	%f\n, MC_FPREGS+8*\n(%r12)
.endm
.macro load_f n
	lfd	%f\n, MC_FPREGS+8*\n(%r12)
.endm
.macro store_v n
	li	%r9, MC_VRREGS+16*\n
	stvx	%v\n, %r9, %r12
.endm
.macro load_v n
	li	%r9, MC_VRREGS+16*\n
	lvx	%v\n, %r9, %r12
.endm

// FP state, and vectors unless \vectors is 0: GLIBC_2.3.3's structure ends before them. Keeps r3 and r4. Uses r0, r9, f0 and v0.
.macro save_fp vectors=1
#ifndef SOFT_FLOAT
	each_of_32 store_f
	mffs	%f0
	stfd	%f0, MC_FPSCR(%r12)
#endif
	.if	\vectors
	has_vectors 1f
	lis	%r0, MSR_VEC_UPPER
	stw	%r0, MC_MSR(%r12)
	each_of_32 store_v
	mfvscr	%v0
	li	%r9, MC_VRSAVE
	stvx	%v0, %r9, %r12
	mfspr	%r0, 256			// vrsave
	stw	%r0, MC_VRSAVE(%r12)
1:
	.endif
.endm

// The same back.
.macro restore_fp vectors=1
	.if	\vectors
	lwz	%r0, MC_MSR(%r12)
	andis.	%r0, %r0, MSR_VEC_UPPER
	beq	1f
	li	%r9, MC_VRSAVE
	lvx	%v0, %r9, %r12
	mtvscr	%v0
	lwz	%r0, MC_VRSAVE(%r12)
	mtspr	256, %r0
	each_of_32 load_v
1:
	.endif
#ifndef SOFT_FLOAT
	lfd	%f0, MC_FPSCR(%r12)
	mtfsf	255, %f0
	each_of_32 load_f
#endif
.endm

// Goes to \without where the processor has no vectors: known to the compiler, or else to the libc's AT_HWCAP.
.macro has_vectors without
#if defined SOFT_FLOAT
	b	\without
#elif !defined __ALTIVEC__
	mflr	%r0
	stw	%r0, 4(%r1)
	.cfi_offset lr, 4
	stwu	%r1, -32(%r1)
	.cfi_adjust_cfa_offset 32
	stw	%r3, 8(%r1)
	stw	%r4, 12(%r1)
	stw	%r12, 16(%r1)
	bl	HIDDEN(hwcap)
	andis.	%r9, %r3, HWCAP_ALTIVEC_UPPER
	lwz	%r3, 8(%r1)
	lwz	%r4, 12(%r1)
	lwz	%r12, 16(%r1)
	addi	%r1, %r1, 32
	.cfi_adjust_cfa_offset -32
	lwz	%r0, 4(%r1)
	mtlr	%r0
	.cfi_restore lr
	beq	\without
#endif
.endm
