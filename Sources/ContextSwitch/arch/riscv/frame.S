// The way into a context that is not getcontext's. a1 is the context, a0 where the present context was stored, or 0; t0 is where to
// go on, with both as they are, when it is no signal frame either. The mask is still the present one.
//
// A signal frame is what the kernel gave a handler as its third argument, or a copy of it. rt_sigreturn continues the interrupted
// code, with all registers, vectors and the mask, as nothing else can without a free register. It wants its frame at sp. gp and tp
// stay the present ones: they are the process's and the thread's. A frame without a tp, where threads have one, is no frame.
//
// Vectors follow the kernel's ucontext_t in memory, and it has a pointer to them: a copy of it has none to give back.
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
	load_word t1, UC_GREGS+2*WORD(a1)
	beqz	t1, .Lnot_to_be_resumed
	load_word t1, UC_MARK(a1)
	addi	t1, t1, -MARK_EXTENDED
	bnez	t1, 0f
	tail	HIDDEN(resume_extended)
0:	load_word t1, UC_GREGS+4*WORD(a1)
	bnez	t1, 1f
	bnez	tp, .Lno_frame
1:	mv	t3, a1
#ifndef WITHOUT_MASK
	beqz	a0, 2f
	addi	a2, a0, UC_SIGMASK
	li	a1, 0
	call_for_mask SIG_BLOCK, .Lfailed	// of nothing: what the mask is
2:
#endif
	li	t4, 0				// the vectors' record, its size
	lw	t1, UC_RECORDS(t3)
	li	t2, VECTOR_MAGIC
	bne	t1, t2, 3f
	lw	t1, UC_RECORDS+4(t3)
	li	t2, VECTOR_LARGEST
	bgtu	t1, t2, 3f
	li	t2, VECTOR_DATA_AT
	bltu	t1, t2, 3f
	andi	t2, t1, 7
	bnez	t2, 3f
	// A question that changes nothing: can the pointer be read?
	li	a0, -1
	addi	a1, t3, UC_RECORDS+VECTOR_POINTER_AT
	li	a2, 0
	li	a3, MASK_SIZE
	li	a7, SYS_rt_sigprocmask
	ecall
	addi	a0, a0, EFAULT
	beqz	a0, 3f
	load_word t2, UC_RECORDS+VECTOR_POINTER_AT(t3)
	addi	a1, t3, UC_RECORDS+VECTOR_DATA_AT
	bne	t2, a1, 3f
	mv	t4, t1
3:	mv	t5, sp
	.cfi_def_cfa t5, 0
	li	t1, FRAME_INFO_SIZE+UC_SIZE+8	// up to the record that ends the list
	add	t1, t1, t4
	addi	t1, t1, 15
	andi	t1, t1, -16
	li	t2, 4096
4:	bleu	t1, t2, 5f			// page by page, or it could pass over a guard page
	sub	sp, sp, t2
	sub	t1, t1, t2
	store_word zero, (sp)
	j	4b
5:	sub	sp, sp, t1
	addi	a1, sp, FRAME_INFO_SIZE
	li	t1, UC_RECORDS
	add	t1, t1, t4
	add	t1, t1, t3			// where the copy ends
	mv	t6, a1
6:	load_word t2, (t3)
	store_word t2, (t6)
	addi	t3, t3, WORD
	addi	t6, t6, WORD
	bltu	t3, t1, 6b
	sw	zero, 0(t6)			// the list ends here
	sw	zero, 4(t6)
	li	t1, -1				// no valid flags: the kernel leaves the signal stack as it is, as any switch does
	sw	t1, UC_STACK_FLAGS(a1)
	store_word gp, UC_GREGS+3*WORD(a1)
	store_word tp, UC_GREGS+4*WORD(a1)
	beqz	t4, 7f
	addi	t1, a1, UC_RECORDS+VECTOR_DATA_AT
	store_word t1, UC_RECORDS+VECTOR_POINTER_AT(a1)
7:	mv	t4, t5
	.cfi_def_cfa t4, 0
	forget_mask
	li	a7, SYS_rt_sigreturn
	ecall
	ebreak
	.cfi_endproc

	.cfi_startproc
.Lno_frame:
	jr	t0
.Lnot_to_be_resumed:				// makecontext found the stack too small, or nobody filled it
	li	a0, -ENOMEM
	load_word t1, UC_GREGS(a1)
	bnez	t1, 8f
	li	a0, -EINVAL
8:	tail	HIDDEN(fail)
#ifndef WITHOUT_MASK
.Lfailed:
	tail	HIDDEN(fail)
#endif
	.cfi_endproc
	.size	HIDDEN(resume_frame), . - HIDDEN(resume_frame)

context_no_executable_stack
