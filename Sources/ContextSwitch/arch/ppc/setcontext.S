// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "resume.h"

.macro setcontext_body vectors
#ifndef WITHOUT_MASK
	enter
	addi	%r4, %r3, UC_SIGMASK
	li	%r5, 0
	change_mask SIG_SETMASK
	leave
	bso	9f
	mr	%r3, %r9
#endif
	resume	\vectors
#ifndef WITHOUT_MASK
	.cfi_endproc
	.cfi_startproc
9:	report_failure
#endif
.endm

FUNCTION(setcontext)
	setcontext_body 1
END(setcontext)

#ifdef WITH_VERSIONS
FUNCTION(setcontext_novec)
	setcontext_body 0
END(setcontext_novec)
	context_old_version setcontext, GLIBC_2.3.3, HIDDEN(setcontext_novec), GLIBC_2.3.4
#endif

context_no_executable_stack
