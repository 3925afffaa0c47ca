// Where a context's function returns to. r14, which a callee preserves, is uc_link.
//
// Backtraces end here: the return address is undefined, and the back chain is 0. Unwinders look up the address before a return
// address, so the range begins with a nop.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 65
	nop
HIDDEN(trampoline):
	mr.	%r3, %r14
	beq	1f
	bl	HIDDEN(setcontext)
	li	%r3, 255			// the context could not be resumed: there is nowhere to go
1:	mr	%r14, %r3
	bl	HIDDEN(finish)
	mr	%r3, %r14			// no libc: the kernel ends the process
	li	%r0, SYS_exit_group
	sc
	trap
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
