// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"
#include "frame.h"

FUNCTION(swapcontext)
	without_pv(swapcontext)
	save_context
#ifndef WITHOUT_MASK
	lda	$18, UC_SIGMASK($16)
	lda	$17, UC_SIGMASK($17)
	lda	$16, SIG_SETMASK
	lda	$19, MASK_SIZE
	lda	$0, SYS_rt_sigprocmask
	callsys
	beq	$19, 2f
	failed
2:	lda	$18, -UC_SIGMASK($18)
	copy_mask $18
	lda	$16, -UC_SIGMASK($17)
	continue_frame
#else
	mov	$17, $16
#endif
	resume
END(swapcontext)

context_no_executable_stack
