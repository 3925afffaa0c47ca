// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"
#include "resume.h"

FUNCTION(swapcontext)
	own_window
	save_context
#ifndef WITHOUT_MASK
	mov	SIG_SETMASK, %o0
	add	%i1, UC_SIGMASK, %o1
	add	%i0, UC_SIGMASK, %o2
	mov	MASK_SIZE, %o3
	kernel	SYS_rt_sigprocmask
	bcc,pt	%xcc, 2f
	 neg	%o0, %o0
	mov	%o0, %i0
	ba,pt	%xcc, HIDDEN(fail)
	 restore
2:	copy_mask
#endif
	mov	%i1, %i0
	resume
	.cfi_endproc
	.cfi_startproc
9:	retl
	 mov	0, %o0
END(swapcontext)

context_no_executable_stack
