// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "resume.h"

FUNCTION(setcontext)
	.fnstart
#ifndef WITHOUT_MASK
	add	r1, r0, #UC_SIGMASK
	mov	r2, #0
	mov	r0, #SIG_SETMASK
	change_mask
	bne	HIDDEN(fail)
	sub	r0, r1, #UC_SIGMASK
#endif
	resume
	.fnend
END(setcontext)

context_no_executable_stack
