// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	save_context
#ifndef WITHOUT_MASK
	l.sw	-4(r1), r4
	l.addi	r5, r3, UC_SIGMASK
	l.addi	r4, r4, UC_SIGMASK
	change_mask SIG_SETMASK, 1f
	l.lwz	r3, -4(r1)
#else
	l.ori	r3, r4, 0
#endif
	resume
#ifndef WITHOUT_MASK
	.cfi_endproc
	.cfi_startproc
1:	l.ori	r3, r11, 0
	l.j	HIDDEN(fail)
	l.nop
#endif
END(swapcontext)

context_no_executable_stack
