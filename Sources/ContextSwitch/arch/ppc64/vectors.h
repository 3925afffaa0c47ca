// ppc64: floating point and vectors, into a context and back.
#pragma once
#include "context.h"
	.machine "any"

.macro each_of_32 do
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\do	\n
	.endr
.endm
.macro store_f n
	stfd	%f\n, UC_FP_REGS+8*\n(%r3)
.endm
.macro load_f n
	lfd	%f\n, UC_FP_REGS+8*\n(%r3)
.endm
.macro store_v n
	li	%r9, 16*\n
	stvx	%v\n, %r9, %r10
.endm
.macro load_v n
	li	%r9, 16*\n
	lvx	%v\n, %r9, %r10
.endm

// FP state into the context at r3, and vectors unless \vectors is 0: GLIBC_2.3's structure ends before v_regs. Uses r0, r9, r10, f0, v0.
.macro save_fp vectors=1
#ifndef _SOFT_FLOAT
	each_of_32 store_f
	mffs	%f0
	stfd	%f0, UC_FPSCR(%r3)
#endif
	.if	\vectors
	li	%r10, 0
	has_vectors 1f
	addi	%r10, %r3, UC_VMX
	clrrdi	%r10, %r10, 4
	each_of_32 store_v
	mfvscr	%v0
	li	%r9, V_VSCR
	stvx	%v0, %r9, %r10
	mfspr	%r0, 256			// vrsave
	stw	%r0, V_VRSAVE(%r10)
1:	std	%r10, UC_V_REGS(%r3)
	.endif
.endm

// The same back from the context at r3.
.macro restore_fp vectors=1
	.if	\vectors
	ld	%r10, UC_V_REGS(%r3)
	cmpdi	%r10, 0
	beq	1f
	li	%r9, V_VSCR
	lvx	%v0, %r9, %r10
	mtvscr	%v0
	lwz	%r0, V_VRSAVE(%r10)
	mtspr	256, %r0
	each_of_32 load_v
1:
	.endif
#ifndef _SOFT_FLOAT
	lfd	%f0, UC_FPSCR(%r3)
#ifdef _ARCH_PWR6
	mtfsf	255, %f0, 1, 0			// the decimal rounding mode too
#else
	mtfsf	255, %f0
#endif
	each_of_32 load_f
#endif
.endm

// Goes to \without where the processor has no vectors: known to the compiler, or else to the libc's AT_HWCAP.
.macro has_vectors without
#if defined FORCE_SOFT_FLOAT || defined _SOFT_FLOAT
	b	\without
#elif !defined __ALTIVEC__
	mflr	%r0
	std	%r0, 16(%r1)
	.cfi_offset lr, 16
	std	%r3, -16(%r1)
	std	%r4, -24(%r1)
	stdu	%r1, -144(%r1)
	.cfi_adjust_cfa_offset 144
	bl	HIDDEN(hwcap)
	nop
	addi	%r1, %r1, 144
	.cfi_adjust_cfa_offset -144
	andis.	%r9, %r3, 0x1000		// PPC_FEATURE_HAS_ALTIVEC
	ld	%r3, -16(%r1)
	ld	%r4, -24(%r1)
	ld	%r0, 16(%r1)
	mtlr	%r0
	.cfi_restore lr
	li	%r10, 0
	beq	\without
#endif
.endm
