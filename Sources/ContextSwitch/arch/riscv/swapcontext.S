// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "resume.h"
#include "mask.h"

// From oucp at a0 to ucp at a1, which is then at a0.
.macro exchange_mask
	mv	t0, a1
	addi	a2, a0, UC_SIGMASK
	addi	a1, a1, UC_SIGMASK
	call_for_mask SIG_SETMASK, .Lfailed
	mv	a0, t0
.endm

FUNCTION(swapcontext)
	save_context
	.hidden	HIDDEN(swap_from_saved)
	.globl	HIDDEN(swap_from_saved)
HIDDEN(swap_from_saved):			// where swapcontext_extd goes on
	go_if_foreign a1, .Lforeign
#ifdef ELIDE_MASK
	known_mask t3, .Lordinary
	ld	t4, UC_SIGMASK(a1)
	bne	t3, t4, .Lordinary
	sd	t3, UC_SIGMASK(a0)
	mv	a0, a1
#else
.Lordinary:
#ifdef WITHOUT_MASK
	mv	a0, a1
#else
	exchange_mask
#endif
#endif
.Lmask_is_set:
	resume
	.cfi_endproc
	.cfi_startproc
#ifdef ELIDE_MASK
.Lordinary:
	exchange_mask
	learn_mask a0
	j	.Lmask_is_set
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	tail	HIDDEN(fail)
#endif
.Lforeign:
	lla	t0, .Lordinary
	tail	HIDDEN(resume_frame)
END(swapcontext)

context_no_executable_stack
