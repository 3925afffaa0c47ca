// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
#ifndef WITHOUT_MASK
	mv	t0, a0				// before anything is written: a bad pointer is EFAULT
	addi	a2, a0, UC_SIGMASK
	li	a1, 0
	li	a0, SIG_BLOCK
	li	a3, MASK_SIZE
	li	a7, SYS_rt_sigprocmask
	ecall
	bnez	a0, 1f
	mv	a0, t0
#endif
	save_context
	li	a0, 0
	ret
#ifndef WITHOUT_MASK
1:	tail	HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
