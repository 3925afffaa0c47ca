// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set, or the context's
// stack was too small for makecontext.
#include "context.h"

FUNCTION(setcontext)
	go_if_foreign a0, .Lforeign
.Lordinary:
#ifndef WITHOUT_MASK
	mv	t0, a0
	addi	a1, a0, UC_SIGMASK
	addi	sp, sp, -16			// the present mask, should it have to be put back
	.cfi_adjust_cfa_offset 16
	mv	a2, sp
	li	a0, SIG_SETMASK
	li	a3, MASK_SIZE
	li	a7, SYS_rt_sigprocmask
	ecall
	bnez	a0, 4f
	mv	a0, t0
#endif
	load_word t1, UC_GREGS+2*WORD(a0)
	beqz	t1, 3f				// makecontext found the stack too small
	resume
	.cfi_endproc
	.cfi_startproc
#ifndef WITHOUT_MASK
	.cfi_adjust_cfa_offset 16
3:	mv	a1, sp
	li	a2, 0
	li	a0, SIG_SETMASK
	ecall
	li	a0, -ENOMEM
4:	addi	sp, sp, 16
	.cfi_adjust_cfa_offset -16
#else
3:	li	a0, -ENOMEM
#endif
	tail	HIDDEN(fail)
.Lforeign:
	mv	a1, a0
	li	a0, 0
	lla	t0, .Lnot_a_frame
	tail	HIDDEN(resume_frame)
.Lnot_a_frame:
	mv	a0, a1
	j	.Lordinary
END(setcontext)

context_no_executable_stack
