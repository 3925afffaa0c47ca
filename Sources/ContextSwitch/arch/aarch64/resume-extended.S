// The way into a context that getcontext_extd filled. x1 is the context, x0 where the present one was stored, or 0; the mask is still
// the present one. On a thread whose vectors have another length than where the context was stored, 128 bits of each are loaded.
#include "resume.h"
#include "mask.h"
#include "extended.h"
	.arch_extension sve

	.text
	.p2align 4
	.type	HIDDEN(resume_extended), STT_FUNC
	.globl	HIDDEN(resume_extended)
	.hidden	HIDDEN(resume_extended)
HIDDEN(resume_extended):
	.cfi_startproc
#ifndef WITHOUT_MASK
	mov	x9, x1
	add	x2, x0, UC_SIGMASK
	cmp	x0, 0
	csel	x2, x2, xzr, ne
	add	x1, x1, UC_SIGMASK
	call_for_mask SIG_SETMASK, .Lfailed
	mov	x1, x9
	learn_mask x1
#endif
	mov	x0, x1
	other_vectors ldp
	ldp	q8, q9, [x0, UC_Q8]
	ldp	q10, q11, [x0, UC_Q8+32]
	ldp	q12, q13, [x0, UC_Q8+64]
	ldp	q14, q15, [x0, UC_Q8+96]
	add	x5, x0, UC_Q8
	ldr	x4, [x5, UC_EXTENDED_AREA-UC_Q8]
	cbz	x4, 1f
	rdvl	x3, 1
	ldr	x2, [x4]
	cmp	x2, x3
	b.ne	1f
	mov	x6, x4
	add	x4, x4, AREA_VECTORS
	add	x4, x4, x3, lsl 5
	ldr	p0, [x4, 16, mul vl]
	wrffr	p0.b
	all_predicates ldr
	mov	x4, x6
	all_scalable ldr
1:	resume vectors=0
	.cfi_endproc

	.cfi_startproc
	resume_on_shadow_stack
#ifndef WITHOUT_MASK
.Lfailed:
	b	HIDDEN(fail)
#endif
	.cfi_endproc
	.size	HIDDEN(resume_extended), . - HIDDEN(resume_extended)

context_no_executable_stack
