// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "resume.h"

.macro swapcontext_body vectors
	save_registers
	save_fp	\vectors
#ifndef WITHOUT_MASK
	enter
	addi	%r5, %r3, UC_SIGMASK
	addi	%r4, %r4, UC_SIGMASK
	change_mask SIG_SETMASK
	leave
	bso	9f
	mr	%r3, %r10
#else
	mr	%r3, %r4
#endif
	resume	\vectors
#ifndef WITHOUT_MASK
	.cfi_endproc
	.cfi_startproc
9:	report_failure
#endif
.endm

FUNCTION(swapcontext)
	swapcontext_body 1
END(swapcontext)

#ifdef WITH_VERSIONS
FUNCTION(swapcontext_novec)
	swapcontext_body 0
END(swapcontext_novec)
	context_old_version swapcontext, GLIBC_2.3.3, HIDDEN(swapcontext_novec), GLIBC_2.3.4
#endif

context_no_executable_stack
