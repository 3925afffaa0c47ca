// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
#ifndef WITHOUT_MASK
	l.sw	-4(r1), r3
	l.addi	r4, r3, UC_SIGMASK
	l.addi	r5, r0, 0
	change_mask SIG_SETMASK, 1f
	l.lwz	r3, -4(r1)
#endif
	resume
#ifndef WITHOUT_MASK
	.cfi_endproc
	.cfi_startproc
1:	l.ori	r3, r11, 0
	l.j	HIDDEN(fail)
	l.nop
#endif
END(setcontext)

context_no_executable_stack
