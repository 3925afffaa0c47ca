// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "vectors.h"

.macro getcontext_body vectors
#ifndef WITHOUT_MASK
	// Before anything is written: a bad pointer is EFAULT. What a system call changes waits below the stack pointer.
	.irp	n, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
	std	%r\n, -8*(\n+1)(%r1)
	.endr
	mfctr	%r0
	std	%r0, -112(%r1)
	mfxer	%r0
	std	%r0, -120(%r1)
	mfcr	%r0
	std	%r0, -128(%r1)
	addi	%r5, %r3, UC_SIGMASK
	li	%r4, 0
	change_mask SIG_BLOCK, 9f
	ld	%r0, -112(%r1)
	mtctr	%r0
	ld	%r0, -120(%r1)
	mtxer	%r0
	ld	%r0, -128(%r1)
	mtcr	%r0
	.irp	n, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
	ld	%r\n, -8*(\n+1)(%r1)
	.endr
#endif
	save_registers
	save_fp \vectors
	li	%r3, 0
	blr
#ifndef WITHOUT_MASK
9:	report_failure
#endif
.endm

FUNCTION(getcontext)
	getcontext_body 1
END(getcontext)

#if defined WITH_VERSIONS && _CALL_ELF != 2
FUNCTION(getcontext_novec)
	getcontext_body 0
END(getcontext_novec)
	context_old_version getcontext, GLIBC_2.3, HIDDEN(getcontext_novec), GLIBC_2.3.4
#endif

context_no_executable_stack
