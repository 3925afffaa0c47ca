// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "resume.h"
#include "mask.h"

// From oucp at x0 to ucp at x1, which is then at x0.
.macro exchange_mask
	mov	x9, x1
	add	x2, x0, UC_SIGMASK
	add	x1, x1, UC_SIGMASK
	call_for_mask SIG_SETMASK, .Lfailed
	mov	x0, x9
.endm

FUNCTION(swapcontext)
	LANDING_PAD
	save_context
	.hidden	HIDDEN(swap_from_saved)
	.globl	HIDDEN(swap_from_saved)
HIDDEN(swap_from_saved):			// where swapcontext_extd goes on
	go_if_foreign x1, .Lforeign
#ifdef ELIDE_MASK
	known_mask x9, .Lordinary
	ldr	x10, [x1, UC_SIGMASK]
	cmp	x9, x10
	b.ne	.Lordinary
	str	x9, [x0, UC_SIGMASK]
	mov	x0, x1
#else
.Lordinary:
#ifdef WITHOUT_MASK
	mov	x0, x1
#else
	exchange_mask
#endif
#endif
.Lmask_is_set:
	resume
	.cfi_endproc
	.cfi_startproc
	resume_on_shadow_stack
#ifdef ELIDE_MASK
.Lordinary:
	exchange_mask
	learn_mask x0
	b	.Lmask_is_set
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	b	HIDDEN(fail)
#endif
.Lforeign:
	adr	x17, .Lordinary
	b	HIDDEN(resume_frame)
END(swapcontext)

context_no_executable_stack
