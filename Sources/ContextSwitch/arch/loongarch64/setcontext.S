// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
#ifndef WITHOUT_MASK
	move	$a4, $a0
	addi.d	$a1, $a0, UC_SIGMASK
	li.w	$a2, 0
	li.w	$a0, SIG_SETMASK
	li.w	$a3, MASK_SIZE
	li.w	$a7, SYS_rt_sigprocmask
	syscall	0
	beqz	$a0, 3f
	b	HIDDEN(fail)
3:	move	$a0, $a4
#endif
	resume
END(setcontext)

context_no_executable_stack
