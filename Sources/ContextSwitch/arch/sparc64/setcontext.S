// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"
#include "resume.h"

FUNCTION(setcontext)
	own_window
#ifndef WITHOUT_MASK
	mov	SIG_SETMASK, %o0
	add	%i0, UC_SIGMASK, %o1
	mov	0, %o2
	mov	MASK_SIZE, %o3
	kernel	SYS_rt_sigprocmask
	bcc,pt	%xcc, 2f
	 neg	%o0, %o0
	mov	%o0, %i0
	ba,pt	%xcc, HIDDEN(fail)
	 restore
2:
#endif
	resume
END(setcontext)

context_no_executable_stack
