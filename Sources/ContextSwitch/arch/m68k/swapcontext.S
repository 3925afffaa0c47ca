// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	move.l	4(%sp), %a0
	save_context
#ifndef WITHOUT_MASK
	move.l	8(%sp), %a1
	lea	UC_SIGMASK(%a0), %a0
	lea	UC_SIGMASK(%a1), %a1
	change_mask SIG_SETMASK, %a1, %a0
	jeq	1f
	go_with_d0 HIDDEN(fail)
1:
#endif
	move.l	8(%sp), %a0
	resume
END(swapcontext)

context_no_executable_stack
