// The extended state of a context that ucontext_alloc made, after its other parts have been stored. Any other stays as it is. It must
// be stored before a system call is made: the kernel keeps no more of vectors there than a function call does.
#pragma once
#include "../context.h"
#include "../mask.h"
#include "../extended.h"

// Of the context at x0. Uses x2 to x5.
.macro save_extended
	.arch_extension sve
	add	x5, x0, UC_Q8			// the words are far away
	ldr	x2, [x5, UC_EXTENDED_MARK-UC_Q8]
	mov	x3, EXTENDED_MARK
	cmp	x2, x3
	b.ne	2f
	ldr	x2, [x5, UC_EXTENDED_SELF-UC_Q8]
	cmp	x2, x0
	b.ne	2f
	other_vectors stp
	ldr	x4, [x5, UC_EXTENDED_AREA-UC_Q8]
	cbz	x4, 1f
	rdvl	x3, 1
	str	x3, [x4]
	all_scalable str
	all_predicates str
	rdffr	p0.b
	str	p0, [x4, 16, mul vl]
	ldr	p0, [x4]
1:	mov	x2, MARK_EXTENDED << MARK_AT
	str	x2, [x0, UC_PSTATE]
2:
.endm

.macro exported name
	.text
	.p2align 4
	.globl	\name
	.type	\name, STT_FUNC
\name:
	.cfi_startproc
	LANDING_PAD
.endm
.macro exported_end name
	.ltorg
	.cfi_endproc
	.size	\name, . - \name
.endm
