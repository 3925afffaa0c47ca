// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
	move.l	4(%sp), %a0
#ifndef WITHOUT_MASK
	lea	UC_SIGMASK(%a0), %a1
	change_mask SIG_SETMASK, %a1, #0
	jeq	1f
	go_with_d0 HIDDEN(fail)
1:
#endif
	resume
END(setcontext)

context_no_executable_stack
