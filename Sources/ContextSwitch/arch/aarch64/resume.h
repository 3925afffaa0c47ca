// aarch64: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"

// Everything from the context at x0, then the stack pointer, then the jump; without \vectors, the FP control words and no vectors.
// Uses x15 to x17, on shadow stacks also x9 to x14. `resume_on_shadow_stack` must follow.
.macro resume vectors=1
	mov	x15, 0
	unless_shadow_stack .Lshadow_stack_is_right
	b	.Lshadow_stack
.Lshadow_stack_is_right:
	ldr	w16, [x0, UC_FPSIMD]
	ldr	w17, =FPSIMD_MAGIC
	cmp	w16, w17
	b.ne	3f
	add	x4, x0, UC_FPSR
	ldp	w2, w3, [x4]
	mrs	x4, fpsr
	cmp	w2, w4
	b.eq	1f
	msr	fpsr, x2
1:	mrs	x4, fpcr
	cmp	w3, w4
	b.eq	2f
	msr	fpcr, x3
2:	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 0, UC_SP
	.irp	n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	cfi_saved_at 0, \n, UC_X0+8*\n
	.endr
	.irp	n, 8, 9, 10, 11, 12, 13, 14, 15
	cfi_saved_at 0, 64+\n, UC_Q8+16*(\n-8)
	.endr
.if \vectors
	ldp	q8, q9, [x0, UC_Q8]
	ldp	q10, q11, [x0, UC_Q8+32]
	ldp	q12, q13, [x0, UC_Q8+64]
	ldp	q14, q15, [x0, UC_Q8+96]
.endif
3:	ldp	x18, x19, [x0, UC_X18]
	ldp	x20, x21, [x0, UC_X18+16]
	ldp	x22, x23, [x0, UC_X18+32]
	ldp	x24, x25, [x0, UC_X18+48]
	ldp	x26, x27, [x0, UC_X18+64]
	ldp	x28, x29, [x0, UC_X18+80]
	ldp	x30, x17, [x0, UC_X30]
	ldr	x16, [x0, UC_PC]
	ldp	x2, x3, [x0, UC_X0+16]
	ldp	x4, x5, [x0, UC_X0+32]
	ldp	x6, x7, [x0, UC_X0+48]
	ldp	x0, x1, [x0, UC_X0]
	.cfi_def_cfa x17, 0
	.irp	n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 72, 73, 74, 75, 76, 77, 78, 79
	.cfi_same_value \n
	.endr
	mov	sp, x17
	cbnz	x15, 4f
	ret	x16
4:	br	x16
	.ltorg
.endm
.macro resume_on_shadow_stack
.Lshadow_stack:
	restore_shadow_stack .Lshadow_stack_is_right
	.ltorg
.endm

// To \label with a context at \base that getcontext did not fill, or makecontext could not, before the mask is set: a signal frame's mask must come with its
// registers. A pointer that no user address is comes back from the kernel as EFAULT: to .Lordinary. Uses x16.
.macro go_if_foreign base, label
#ifndef WITHOUT_MASK
	sub	x16, \base, 16, lsl 12
	tbnz	x16, 63, .Lordinary
#endif
	ldrh	w16, [\base, UC_MARK]
	cmp	w16, MARK_ORDINARY
	b.ne	\label
.endm
