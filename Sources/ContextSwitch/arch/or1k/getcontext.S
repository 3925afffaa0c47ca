// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
#ifndef WITHOUT_MASK
	l.sw	-4(r1), r3			// before anything is written: a bad pointer is EFAULT
	l.addi	r4, r0, 0
	l.addi	r5, r3, UC_SIGMASK
	change_mask SIG_BLOCK, 1f
	l.lwz	r3, -4(r1)
#endif
	save_context
	l.addi	r11, r0, 0
	l.jr	r9
	l.nop
#ifndef WITHOUT_MASK
1:	l.ori	r3, r11, 0
	l.j	HIDDEN(fail)
	l.nop
#endif
END(getcontext)

context_no_executable_stack
