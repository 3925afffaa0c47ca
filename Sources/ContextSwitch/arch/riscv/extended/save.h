// The extended state of a context that ucontext_alloc made, after its other parts have been stored. Any other stays as it is. It must
// be stored before a system call is made: vectors do not survive one.
#pragma once
#include "../resume.h"
#include "../mask.h"
#include "../extended.h"

// Of the context at a0. Uses t0 to t4.
.macro save_extended
	load_word t0, UC_EXTENDED_MARK(a0)
	li	t1, EXTENDED_MARK
	bne	t0, t1, 2f
	load_word t0, UC_EXTENDED_SELF(a0)
	bne	t0, a0, 2f
#ifdef FLOAT
	other_floats store_f
#endif
	load_word t3, UC_EXTENDED_AREA(a0)
	beqz	t3, 1f
	.option	push
	.option	arch, +v
	csrr	t0, vstart
	csrr	t1, vl
	csrr	t2, vtype
	store_word t0, (t3)
	store_word t1, WORD(t3)
	store_word t2, 2*WORD(t3)
	csrr	t1, vcsr
	csrr	t4, vlenb
	store_word t1, 3*WORD(t3)
	store_word t4, 4*WORD(t3)
	csrw	vstart, zero
	all_vectors vs8r.v
	csrw	vstart, t0
	.option	pop
1:	li	t0, MARK_EXTENDED
	store_word t0, UC_MARK(a0)
2:
.endm

.macro exported name
	.text
	.p2align 4
	.globl	\name
	.type	\name, STT_FUNC
\name:
	.cfi_startproc
.endm
.macro exported_end name
	.cfi_endproc
	.size	\name, . - \name
.endm
