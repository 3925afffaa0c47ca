// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "resume.h"

FUNCTION(swapcontext)
	movt	r0
	save_context
#ifndef WITHOUT_MASK
	mov	r5, r2				// which a system call keeps
	mov	r4, r6
	add	#UC_SIGMASK/2, r6
	add	#UC_SIGMASK/2, r6
	add	#UC_SIGMASK/2, r5
	add	#UC_SIGMASK/2, r5
	mov	#SIG_SETMASK, r4
	mov	#MASK_SIZE, r7
	load_byte SYS_rt_sigprocmask, r3
	trapa	#TRAP_4
	tst	r0, r0
	bt/s	1f
	mov	r0, r4
	go	braf, HIDDEN(fail)
1:	mov	r2, r3
#else
	mov	r5, r3
#endif
	resume
END(swapcontext)

context_no_executable_stack
