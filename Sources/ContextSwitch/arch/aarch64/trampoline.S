// Where a made context starts: calls the function in x20 and continues in the context in x19, which is uc_link.
//
// Backtraces end here: the return address is undefined, and x29 and x30 are 0.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined x30
HIDDEN(trampoline):
	LANDING_PAD
	blr	x20
	mov	x0, x19
	cbz	x0, 1f
	bl	HIDDEN(setcontext)
	mov	w0, 255				// the context could not be resumed: there is nowhere to go
1:	mov	w19, w0
	bl	HIDDEN(finish)
	mov	w0, w19				// no libc: the kernel ends the process
	mov	x8, SYS_exit_group
	svc	0
	brk	1
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
