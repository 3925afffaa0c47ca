// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

.macro setcontext_body sigmask
#ifndef WITHOUT_MASK
	l.sw	-4(r1), r3
	l.addi	r4, r3, \sigmask
	l.addi	r5, r0, 0
	change_mask SIG_SETMASK, 1f
	l.lwz	r3, -4(r1)
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

FUNCTION(setcontext)
	setcontext_body UC_SIGMASK
END(setcontext)

#ifdef WITH_VERSIONS
FUNCTION(setcontext_2_35)
	setcontext_body UC_SIGMASK_2_35
END(setcontext_2_35)
	context_old_version setcontext, GLIBC_2.35, HIDDEN(setcontext_2_35), GLIBC_2.40
#endif

context_no_executable_stack
