// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

.macro getcontext_body sigmask
#ifndef WITHOUT_MASK
	l.sw	-4(r1), r3			// before anything is written: a bad pointer is EFAULT
	l.addi	r4, r0, 0
	l.addi	r5, r3, \sigmask
	change_mask SIG_BLOCK, 1f
	l.lwz	r3, -4(r1)
#endif
	save_context \sigmask
	l.addi	r11, r0, 0
	l.jr	r9
	l.nop
#ifndef WITHOUT_MASK
1:	l.ori	r3, r11, 0
	l.j	HIDDEN(fail)
	l.nop
#endif
.endm

FUNCTION(getcontext)
	getcontext_body UC_SIGMASK
END(getcontext)

#ifdef WITH_VERSIONS
FUNCTION(getcontext_2_35)
	getcontext_body UC_SIGMASK_2_35
END(getcontext_2_35)
	context_old_version getcontext, GLIBC_2.35, HIDDEN(getcontext_2_35), GLIBC_2.40
#endif

context_no_executable_stack
