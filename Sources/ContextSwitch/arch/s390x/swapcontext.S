// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	lgr	%r1, %r2
	save_context
#ifndef WITHOUT_MASK
	lgr	%r0, %r3			// a system call changes r2 alone
	lghi	%r2, SIG_SETMASK
	la	%r3, UC_SIGMASK(%r3)
	la	%r4, UC_SIGMASK(%r1)
	lghi	%r5, MASK_SIZE
	svc	SYS_rt_sigprocmask
	ltgr	%r2, %r2
	je	1f
	jg	HIDDEN(fail)
1:	lgr	%r1, %r0
#else
	lgr	%r1, %r3
#endif
	resume
END(swapcontext)

context_no_executable_stack
