// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set, or the context's
// stack was too small for makecontext.
#include "resume.h"
#include "mask.h"

.macro set_mask_of_context
	mv	t0, a0
	addi	a1, a0, UC_SIGMASK
	li	a2, 0
	call_for_mask SIG_SETMASK, .Lfailed
	mv	a0, t0
.endm

FUNCTION(setcontext)
	go_if_foreign a0, .Lforeign
#ifdef ELIDE_MASK
	known_mask t3, .Lordinary
	ld	t4, UC_SIGMASK(a0)
	bne	t3, t4, .Lordinary
#else
.Lordinary:
#ifndef WITHOUT_MASK
	set_mask_of_context
#endif
#endif
.Lmask_is_set:
	resume
	.cfi_endproc
	.cfi_startproc
#ifdef ELIDE_MASK
.Lordinary:
	set_mask_of_context
	learn_mask a0
	j	.Lmask_is_set
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	tail	HIDDEN(fail)
#endif
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
