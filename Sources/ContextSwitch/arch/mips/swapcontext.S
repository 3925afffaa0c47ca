// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "resume.h"

FUNCTION(swapcontext)
	save_context
#ifndef WITHOUT_MASK
	addiu	$6, $4, UC_SIGMASK
	addiu	$5, $5, UC_SIGMASK
	li	$4, SIG_SETMASK
	li	$7, MASK_SIZE
	li	$2, SYS_rt_sigprocmask
	syscall
	beqz	$7, 2f
	fail_with_errno
2:	addiu	$2, $5, -UC_SIGMASK
#else
	move	$2, $5
#endif
	resume
END(swapcontext)

context_no_executable_stack
