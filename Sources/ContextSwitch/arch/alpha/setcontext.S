// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"
#include "frame.h"

FUNCTION(setcontext)
	without_pv(setcontext)
#ifndef WITHOUT_MASK
	lda	$17, UC_SIGMASK($16)
	lda	$18, 0
	lda	$16, SIG_SETMASK
	lda	$19, MASK_SIZE
	lda	$0, SYS_rt_sigprocmask
	callsys
	beq	$19, 2f
	failed
2:	lda	$16, -UC_SIGMASK($17)
	continue_frame
#endif
	resume
END(setcontext)

context_no_executable_stack
