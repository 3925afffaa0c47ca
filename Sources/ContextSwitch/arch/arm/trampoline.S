// Where a context's function returns to. r4, which a callee preserves, is uc_link.
//
// Backtraces end here: .cantunwind, and the return address is undefined. Unwinders look up the address before a return address, so the
// range begins with a nop.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.fnstart
	.cantunwind
	.cfi_startproc
	.cfi_undefined lr
	nop
HIDDEN(trampoline):
	movs	r0, r4
	beq	1f
	bl	HIDDEN(setcontext)
	mov	r0, #255			// the context could not be resumed: there is nowhere to go
1:	mov	r4, r0
	bl	HIDDEN(finish)
	mov	r0, r4				// no libc: the kernel ends the process
	mov	r7, #SYS_exit_group
	svc	0
	udf	#0
	.cfi_endproc
	.fnend
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
