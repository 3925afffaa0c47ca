// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	movt	r0
#ifndef WITHOUT_MASK
	.irp	n, 7, 6, 5, 4, 3, 0		// before anything is written: a bad pointer is EFAULT
	mov.l	r\n, @-r15
	.cfi_adjust_cfa_offset 4
	.endr
	mov	r4, r6
	add	#UC_SIGMASK/2, r6
	add	#UC_SIGMASK/2, r6
	mov	#SIG_BLOCK, r4
	mov	#0, r5
	mov	#MASK_SIZE, r7
	load_byte SYS_rt_sigprocmask, r3
	trapa	#TRAP_4
	tst	r0, r0
	bf/s	1f
	mov	r0, r4
	.cfi_remember_state
	.irp	n, 0, 3, 4, 5, 6, 7
	mov.l	@r15+, r\n
	.cfi_adjust_cfa_offset -4
	.endr
#endif
	save_context
	rts
	mov	#0, r0
#ifndef WITHOUT_MASK
	.cfi_restore_state
1:	add	#24, r15
	.cfi_adjust_cfa_offset -24
	go	braf, HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
