// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set, or the context's
// stack was too small for makecontext.
#include "context.h"

FUNCTION(setcontext)
	LANDING_PAD
	go_if_foreign x0, .Lforeign
.Lordinary:
#ifndef WITHOUT_MASK
	mov	x9, x0
	add	x1, x0, UC_SIGMASK
	sub	sp, sp, 16			// the present mask, should it have to be put back
	.cfi_adjust_cfa_offset 16
	mov	x2, sp
	mov	x0, SIG_SETMASK
	mov	x3, MASK_SIZE
	mov	x8, SYS_rt_sigprocmask
	svc	0
	cbnz	x0, 5f
	mov	x0, x9
#endif
	go_if_without_stack 4f
	resume
	.cfi_endproc
	.cfi_startproc
#ifndef WITHOUT_MASK
	.cfi_adjust_cfa_offset 16
4:	mov	x1, sp
	mov	x2, 0
	mov	x0, SIG_SETMASK
	svc	0
	mov	x0, -ENOMEM
5:	add	sp, sp, 16
	.cfi_adjust_cfa_offset -16
#else
4:	mov	x0, -ENOMEM
#endif
	b	HIDDEN(fail)
.Lforeign:
	mov	x1, x0
	mov	x0, 0
	adr	x17, .Lnot_a_frame
	b	HIDDEN(resume_frame)
.Lnot_a_frame:
	mov	x0, x1
	b	.Lordinary
END(setcontext)

context_no_executable_stack
