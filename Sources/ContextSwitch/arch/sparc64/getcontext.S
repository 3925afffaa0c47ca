// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	own_window
#ifndef WITHOUT_MASK
	mov	SIG_BLOCK, %o0			// before anything is written: a bad pointer is EFAULT
	mov	0, %o1
	add	%i0, UC_SIGMASK, %o2
	mov	MASK_SIZE, %o3
	kernel	SYS_rt_sigprocmask
	bcs,pn	%xcc, 1f
	 neg	%o0, %o0
	copy_mask
#endif
	save_context
	mov	0, %i0
	ret
	 restore
#ifndef WITHOUT_MASK
1:	mov	%o0, %i0
	ba,pt	%xcc, HIDDEN(fail)
	 restore
#endif
	.cfi_endproc
	.cfi_startproc
9:	retl
	 mov	0, %o0
END(getcontext)

context_no_executable_stack
