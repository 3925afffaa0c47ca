// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "resume.h"

FUNCTION(setcontext)
#ifndef WITHOUT_MASK
	mov	r4, r2				// which a system call keeps
	mov	r4, r5
	add	#UC_SIGMASK/2, r5
	add	#UC_SIGMASK/2, r5
	mov	#SIG_SETMASK, r4
	mov	#0, r6
	mov	#MASK_SIZE, r7
	load_byte SYS_rt_sigprocmask, r3
	trapa	#TRAP_4
	tst	r0, r0
	bt/s	1f
	mov	r0, r4
	go	braf, HIDDEN(fail)
1:	mov	r2, r3
#else
	mov	r4, r3
#endif
	resume
END(setcontext)

context_no_executable_stack
