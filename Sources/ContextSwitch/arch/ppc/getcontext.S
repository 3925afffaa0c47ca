// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "vectors.h"

.macro getcontext_body vectors
#ifndef WITHOUT_MASK
	enter					// before anything is written: a bad pointer is EFAULT
	addi	%r5, %r3, UC_SIGMASK
	li	%r4, 0
	change_mask SIG_BLOCK
	leave
	bso	9f
	mr	%r3, %r9
#endif
	save_registers
	save_fp	\vectors
	li	%r3, 0
	blr
#ifndef WITHOUT_MASK
9:	report_failure
#endif
.endm

FUNCTION(getcontext)
	getcontext_body 1
END(getcontext)

#ifdef WITH_VERSIONS
FUNCTION(getcontext_novec)
	getcontext_body 0
END(getcontext_novec)
	context_old_version getcontext, GLIBC_2.3.3, HIDDEN(getcontext_novec), GLIBC_2.3.4
#endif

context_no_executable_stack
