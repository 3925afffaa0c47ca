// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	move.l	4(%sp), %a0
#ifndef WITHOUT_MASK
	lea	UC_SIGMASK(%a0), %a1		// before anything is written: a bad pointer is EFAULT
	change_mask SIG_BLOCK, #0, %a1
	jne	.Lfailed
#endif
	save_context
	clr.l	%d0
	rts
#ifndef WITHOUT_MASK
.Lfailed:
	go_with_d0 HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
