// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	lgr	%r1, %r2
#ifndef WITHOUT_MASK
	lghi	%r2, SIG_BLOCK			// before anything is written: a bad pointer is EFAULT
	lghi	%r3, 0
	la	%r4, UC_SIGMASK(%r1)
	lghi	%r5, MASK_SIZE
	svc	SYS_rt_sigprocmask
	ltgr	%r2, %r2
	jne	1f
#endif
	save_context
	br	%r14
#ifndef WITHOUT_MASK
1:	jg	HIDDEN(fail)
#endif
END(getcontext)

	context_old_version getcontext, GLIBC_2.19, HIDDEN(getcontext), GLIBC_2.2

context_no_executable_stack
