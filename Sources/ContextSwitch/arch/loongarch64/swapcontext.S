// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	save_context
#ifndef WITHOUT_MASK
	move	$a4, $a1
	addi.d	$a2, $a0, UC_SIGMASK
	addi.d	$a1, $a1, UC_SIGMASK
	li.w	$a0, SIG_SETMASK
	li.w	$a3, MASK_SIZE
	li.w	$a7, SYS_rt_sigprocmask
	syscall	0
	beqz	$a0, 3f
	b	HIDDEN(fail)
3:	move	$a0, $a4
#else
	move	$a0, $a1
#endif
	resume
END(swapcontext)

context_no_executable_stack
