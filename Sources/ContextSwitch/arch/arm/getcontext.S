// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	.fnstart
#ifndef WITHOUT_MASK
	add	r2, r0, #UC_SIGMASK		// before anything is written: a bad pointer is EFAULT
	mov	r1, #0
	mov	r0, #SIG_BLOCK
	change_mask
	bne	HIDDEN(fail)
	sub	r0, r2, #UC_SIGMASK
#endif
	save_context
	mov	r0, #0
	bx	lr
	.fnend
END(getcontext)

context_no_executable_stack
