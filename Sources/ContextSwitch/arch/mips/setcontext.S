// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "resume.h"

FUNCTION(setcontext)
#ifndef WITHOUT_MASK
	addiu	$5, $4, UC_SIGMASK
	move	$6, $0
	li	$4, SIG_SETMASK
	li	$7, MASK_SIZE
	li	$2, SYS_rt_sigprocmask
	syscall
	beqz	$7, 2f
	fail_with_errno
2:	addiu	$2, $5, -UC_SIGMASK
#else
	move	$2, $4
#endif
	resume
END(setcontext)

context_no_executable_stack
