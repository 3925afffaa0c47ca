// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "resume.h"
#include "mask.h"

// Before anything is written: a bad pointer is EFAULT.
.macro ask_for_mask
	mv	t0, a0
	addi	a2, a0, UC_SIGMASK
	li	a1, 0
	call_for_mask SIG_BLOCK, .Lfailed	// of nothing
	mv	a0, t0
	learn_mask a0
.endm

FUNCTION(getcontext)
#ifdef ELIDE_MASK
	go_if_bad_pointer a0, .Lask
	known_mask t3, .Lask
	sd	t3, UC_SIGMASK(a0)
#elif !defined WITHOUT_MASK
	ask_for_mask
#endif
.Lmask_is_stored:
	save_context
	li	a0, 0
	ret
#ifdef ELIDE_MASK
.Lask:
	ask_for_mask
	j	.Lmask_is_stored
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	tail	HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
