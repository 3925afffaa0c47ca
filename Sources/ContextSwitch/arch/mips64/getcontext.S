// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
#ifndef WITHOUT_MASK
	add_address_constant $6, $4, UC_SIGMASK		// before anything is written: a bad pointer is EFAULT
	move	$5, $0
	li	$4, SIG_BLOCK
	li	$7, MASK_SIZE
	li	$2, SYS_rt_sigprocmask
	syscall
	bnez	$7, 1f
	add_address_constant $4, $6, -UC_SIGMASK
#endif
	save_context
	move	$2, $0
	jr	$31
#ifndef WITHOUT_MASK
1:	fail_with_errno
#endif
END(getcontext)

context_no_executable_stack
