// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

.macro swapcontext_body sigmask
	save_context \sigmask
#ifndef WITHOUT_MASK
	l.sw	-4(r1), r4
	l.addi	r5, r3, \sigmask
	l.addi	r4, r4, \sigmask
	change_mask SIG_SETMASK, 1f
	l.lwz	r3, -4(r1)
#else
	l.ori	r3, r4, 0
#endif
	resume	\sigmask
#ifndef WITHOUT_MASK
	.cfi_endproc
	.cfi_startproc
1:	l.ori	r3, r11, 0
	l.j	HIDDEN(fail)
	l.nop
#endif
.endm

FUNCTION(swapcontext)
	swapcontext_body UC_SIGMASK
END(swapcontext)

#ifdef WITH_VERSIONS
FUNCTION(swapcontext_2_35)
	swapcontext_body UC_SIGMASK_2_35
END(swapcontext_2_35)
	context_old_version swapcontext, GLIBC_2.35, HIDDEN(swapcontext_2_35), GLIBC_2.40
#endif

context_no_executable_stack
