// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"
#include "mask.h"

// Before anything is written: a bad pointer is EFAULT.
.macro ask_for_mask
	mov	x9, x0
	add	x2, x0, UC_SIGMASK
	mov	x1, 0
	call_for_mask SIG_BLOCK, .Lfailed	// of nothing
	mov	x0, x9
	learn_mask x0
.endm

FUNCTION(getcontext)
	LANDING_PAD
#ifdef ELIDE_MASK
	sub	x16, x0, 16, lsl 12
	tbnz	x16, 63, .Lask
	known_mask x9, .Lask
	str	x9, [x0, UC_SIGMASK]
#elif !defined WITHOUT_MASK
	ask_for_mask
#endif
.Lmask_is_stored:
	save_context
	mov	x0, 0
	ret
#ifdef ELIDE_MASK
.Lask:
	ask_for_mask
	b	.Lmask_is_stored
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	b	HIDDEN(fail)
#endif
	.ltorg
END(getcontext)

context_no_executable_stack
