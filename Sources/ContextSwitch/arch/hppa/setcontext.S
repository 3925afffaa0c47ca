// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
#ifndef WITHOUT_MASK
	stw	%r2, -20(%r30)
	ldo	64(%r30), %r30
	.cfi_def_cfa_offset -64
	.cfi_offset 2, -20
	stw	%r19, -32(%r30)
	ldo	UC_SIGMASK(%r26), %r25
	ldi	0, %r24
	ldi	SIG_SETMASK, %r26
	ldi	MASK_SIZE, %r23
	kernel	SYS_rt_sigprocmask
	comib,=,n 0, %r28, 1f
	copy	%r28, %r26
	ldw	-32(%r30), %r19
	ldw	-84(%r30), %r2
	b	HIDDEN(fail)
	ldo	-64(%r30), %r30
1:	ldo	-UC_SIGMASK(%r25), %r26
#endif
	resume
END(setcontext)

context_no_executable_stack
