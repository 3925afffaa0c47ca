// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
#ifndef WITHOUT_MASK
	move	$a4, $a0			// before anything is written: a bad pointer is EFAULT
	addi.d	$a2, $a0, UC_SIGMASK
	li.w	$a1, 0
	li.w	$a0, SIG_BLOCK
	li.w	$a3, MASK_SIZE
	li.w	$a7, SYS_rt_sigprocmask
	syscall	0
	bnez	$a0, 1f
	move	$a0, $a4
#endif
	save_context
	li.w	$a0, 0
	ret
#ifndef WITHOUT_MASK
1:	b	HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
