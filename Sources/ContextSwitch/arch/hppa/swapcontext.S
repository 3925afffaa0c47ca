// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	save_context
#ifndef WITHOUT_MASK
	stw	%r2, -20(%r30)
	.cfi_offset 2, -20
	ldo	UC_SIGMASK(%r26), %r24
	ldo	UC_SIGMASK(%r25), %r25
	ldi	SIG_SETMASK, %r26
	ldi	MASK_SIZE, %r23
	kernel	SYS_rt_sigprocmask
	comib,=,n 0, %r28, 1f
	copy	%r28, %r26
	ldo	-UC_SIGMASK(%r24), %r24
	ldw	UC_GR+4*19(%r24), %r19
	b	HIDDEN(fail)
	ldw	-20(%r30), %r2
1:	ldo	-UC_SIGMASK(%r25), %r26
#else
	copy	%r25, %r26
#endif
	resume
END(swapcontext)

context_no_executable_stack
