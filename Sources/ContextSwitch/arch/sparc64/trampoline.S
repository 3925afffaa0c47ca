// Where a made context starts: calls the function in l0 and continues in the context in l1, which is uc_link.
//
// Backtraces end here: the return address is undefined, and fp and i7 are 0.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 15
HIDDEN(trampoline):
	call	%l0
	 nop
	brz,pn	%l1, 1f
	 mov	%l1, %o0
	call	HIDDEN(setcontext)
	 nop
	mov	255, %l1			// the context could not be resumed: there is nowhere to go
1:	call	HIDDEN(finish)
	 mov	%l1, %o0
	mov	%l1, %o0			// no libc: the kernel ends the process
	kernel	SYS_exit_group
	illtrap	0
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
