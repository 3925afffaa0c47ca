// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	LANDING_PAD
#ifndef WITHOUT_MASK
	mov	x9, x0				// before anything is written: a bad pointer is EFAULT
	add	x2, x0, UC_SIGMASK
	mov	x1, 0
	mov	x0, SIG_BLOCK
	mov	x3, MASK_SIZE
	mov	x8, SYS_rt_sigprocmask
	svc	0
	cbnz	x0, 1f
	mov	x0, x9
#endif
	save_context
	mov	x0, 0
	ret
#ifndef WITHOUT_MASK
1:	b	HIDDEN(fail)
#endif
	.ltorg
END(getcontext)

context_no_executable_stack
