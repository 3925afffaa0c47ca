// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set, or the context's
// stack was too small for makecontext.
#include "resume.h"
#include "mask.h"

.macro set_mask_of_context
	mov	x9, x0
	add	x1, x0, UC_SIGMASK
	mov	x2, 0
	call_for_mask SIG_SETMASK, .Lfailed
	mov	x0, x9
.endm

FUNCTION(setcontext)
	LANDING_PAD
	go_if_foreign x0, .Lforeign
#ifdef ELIDE_MASK
	known_mask x9, .Lordinary
	ldr	x10, [x0, UC_SIGMASK]
	cmp	x9, x10
	b.ne	.Lordinary
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
	resume_on_shadow_stack
#ifdef ELIDE_MASK
.Lordinary:
	set_mask_of_context
	learn_mask x0
	b	.Lmask_is_set
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	b	HIDDEN(fail)
#endif
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
