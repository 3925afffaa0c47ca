// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "resume.h"

FUNCTION(swapcontext)
	.fnstart
	save_context
#ifndef WITHOUT_MASK
	add	r2, r0, #UC_SIGMASK
	add	r1, r1, #UC_SIGMASK
	mov	r0, #SIG_SETMASK
	change_mask
	bne	HIDDEN(fail)
	sub	r0, r1, #UC_SIGMASK
#else
	mov	r0, r1
#endif
	resume
	.fnend
END(swapcontext)

context_no_executable_stack
