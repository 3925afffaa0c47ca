// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
#ifndef WITHOUT_MASK
	mv	t0, a0
	addi	a1, a0, UC_SIGMASK
	li	a2, 0
	li	a0, SIG_SETMASK
	li	a3, MASK_SIZE
	li	a7, SYS_rt_sigprocmask
	ecall
	beqz	a0, 2f
	tail	HIDDEN(fail)
2:	mv	a0, t0
#endif
	resume
END(setcontext)

context_no_executable_stack
