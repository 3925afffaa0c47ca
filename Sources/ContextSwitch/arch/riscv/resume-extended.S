// The way into a context that getcontext_extd filled. a1 is the context, a0 where the present one was stored, or 0; the mask is still
// the present one.
#include "resume.h"
#include "mask.h"
#include "extended.h"

	.text
	.p2align 4
	.type	HIDDEN(resume_extended), STT_FUNC
	.globl	HIDDEN(resume_extended)
	.hidden	HIDDEN(resume_extended)
HIDDEN(resume_extended):
	.cfi_startproc
#ifndef WITHOUT_MASK
	mv	t0, a1
	mv	a2, a0
	beqz	a0, 1f
	addi	a2, a0, UC_SIGMASK
1:	addi	a1, a1, UC_SIGMASK
	call_for_mask SIG_SETMASK, .Lfailed
	mv	a1, t0
	learn_mask a1
#endif
	mv	a0, a1
#ifdef FLOAT
	other_floats load_f
#endif
	load_word t3, UC_EXTENDED_AREA(a0)
	beqz	t3, 2f
	.option	push
	.option	arch, +v
	csrr	t4, vlenb
	load_word t0, 4*WORD(t3)
	bne	t0, t4, 2f
	load_word t0, WORD(t3)
	load_word t1, 2*WORD(t3)
	load_word t2, 3*WORD(t3)
	load_word t5, (t3)
	csrw	vstart, zero
	all_vectors vl8re8.v
	vsetvl	zero, t0, t1
	csrw	vcsr, t2
	csrw	vstart, t5
	.option	pop
2:	resume
	.cfi_endproc

	.cfi_startproc
#ifndef WITHOUT_MASK
.Lfailed:
	tail	HIDDEN(fail)
#endif
	.cfi_endproc
	.size	HIDDEN(resume_extended), . - HIDDEN(resume_extended)

context_no_executable_stack
