// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
	lgr	%r1, %r2
#ifndef WITHOUT_MASK
	lghi	%r2, SIG_SETMASK
	la	%r3, UC_SIGMASK(%r1)
	lghi	%r4, 0
	lghi	%r5, MASK_SIZE
	svc	SYS_rt_sigprocmask
	ltgr	%r2, %r2
	je	1f
	jg	HIDDEN(fail)
1:
#endif
	resume
END(setcontext)

context_no_executable_stack
