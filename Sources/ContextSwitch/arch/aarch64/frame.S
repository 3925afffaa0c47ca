// The way into a context that is not getcontext's. x1 is the context, x0 where the present context was stored, or 0; x17 is where to
// go on, with both as they are, when it is no signal frame either. The mask is still the present one.
//
// A signal frame is a handler's third argument, or a copy. rt_sigreturn continues the interrupted code with all registers and the mask,
// as nothing else can without a free register. It wants its frame at sp and in one piece: with what the extra record points to.
#include "context.h"
#include "mask.h"
#include "frame.h"

	.text
	.p2align 4
	.type	HIDDEN(resume_frame), STT_FUNC
	.globl	HIDDEN(resume_frame)
	.hidden	HIDDEN(resume_frame)
HIDDEN(resume_frame):
	.cfi_startproc
	ldr	x2, [x1, UC_SP]
	cbz	x2, .Lnot_to_be_resumed
	ldrh	w2, [x1, UC_MARK]
	mov	w3, MARK_EXTENDED
	cmp	w2, w3
	b.eq	HIDDEN(resume_extended)
	ldr	x2, [x1, UC_RECORDS]
	ldr	x3, =FPSIMD_MAGIC | FPSIMD_SIZE << 32
	cmp	x2, x3
	b.ne	.Lno_frame
	add	x4, x1, UC_RECORDS+FPSIMD_SIZE
	mov	x5, RECORDS_SIZE-FPSIMD_SIZE	// what is left of the records
	mov	x6, 0				// the extra record
	mov	x14, 0				// where the shadow stack ended, or 0
	ldr	w12, =EXTRA_MAGIC
	ldr	w13, =GCS_MAGIC
.Lnext_record:
	ldp	w2, w3, [x4]
	cbz	w2, .Lterminator
	sub	x7, x5, TERMINATOR_SIZE
	cmp	x3, x7
	b.hi	.Lno_frame
	cmp	x3, TERMINATOR_SIZE
	b.lo	.Lno_frame
	tst	x3, 15
	b.ne	.Lno_frame
	cmp	w2, w12
	csel	x6, x4, x6, eq
	cmp	w2, w13
	b.ne	1f
	ldr	x14, [x4, GCS_POINTER_AT]
1:	add	x4, x4, x3
	sub	x5, x5, x3
	b	.Lnext_record
.Lterminator:
	add	x4, x4, TERMINATOR_SIZE
	mov	x7, 0				// how much the extra record stands for, and where that is
	cbz	x6, 1f
	ldr	w7, [x6, EXTRA_LENGTH_AT]
	ldr	x13, [x6, EXTRA_POINTER_AT]
	lsr	x2, x7, EXTRA_LENGTH_BITS
	cbnz	x2, .Lno_frame
	add	x7, x7, 15			// a multiple of 16 already, but from QEMU
	and	x7, x7, -16
1:
#ifndef WITHOUT_MASK
	cbz	x0, 2f
	mov	x9, x1
	mov	x10, x7
	add	x2, x0, UC_SIGMASK
	mov	x1, 0
	call_for_mask SIG_BLOCK, .Lfailed	// of nothing: what the mask is
	mov	x1, x9
	mov	x7, x10
2:
#endif
	mov	x9, sp
	.cfi_def_cfa x9, 0
	sub	x3, x4, x1
	add	x3, x3, x7
	add	x3, x3, FRAME_INFO_SIZE
3:	cmp	x3, 4096			// page by page, or it could pass over a guard page
	b.ls	4f
	sub	sp, sp, 4096
	sub	x3, x3, 4096
	str	xzr, [sp]
	b	3b
4:	sub	sp, sp, x3
	add	x10, sp, FRAME_INFO_SIZE
	sub	x11, x10, x1			// from the context to its copy
5:	ldp	x2, x3, [x1], 16
	stp	x2, x3, [x10], 16
	cmp	x1, x4
	b.lo	5b
	mov	w2, -1				// no valid flags: the kernel leaves the signal stack as it is, as any switch does
	str	w2, [sp, FRAME_INFO_SIZE+UC_STACK_FLAGS]
	cbz	x6, 7f
	add	x6, x6, x11
	str	x10, [x6, EXTRA_POINTER_AT]
6:	cbz	x7, 7f
	ldp	x2, x3, [x13], 16
	stp	x2, x3, [x10], 16
	sub	x7, x7, 16
	b	6b
7:	unless_shadow_stack 8f
	cbz	x14, 8f
	switch_shadow_stack x14			// the kernel takes GCSPR from the frame, but leaves no cap
8:	forget_mask
	mov	x8, SYS_rt_sigreturn
	svc	0
	brk	1
	.cfi_endproc

	.cfi_startproc
.Lno_frame:
	ret	x17
.Lnot_to_be_resumed:				// makecontext found the stack too small, or nobody filled it
	ldr	x2, [x1, UC_PC]
	cmp	x2, 0
	mov	x0, -ENOMEM
	mov	x2, -EINVAL
	csel	x0, x2, x0, eq
.Lfailed:
	b	HIDDEN(fail)
	.ltorg
	.cfi_endproc
	.size	HIDDEN(resume_frame), . - HIDDEN(resume_frame)

context_no_executable_stack
