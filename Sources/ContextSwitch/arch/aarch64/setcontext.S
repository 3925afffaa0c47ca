// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
	LANDING_PAD
#ifndef WITHOUT_MASK
	mov	x9, x0
	add	x1, x0, UC_SIGMASK
	mov	x2, 0
	mov	x0, SIG_SETMASK
	mov	x3, MASK_SIZE
	mov	x8, SYS_rt_sigprocmask
	svc	0
	cbz	x0, 1f
	b	HIDDEN(fail)
1:	mov	x0, x9
#endif
	resume
END(setcontext)

context_no_executable_stack
