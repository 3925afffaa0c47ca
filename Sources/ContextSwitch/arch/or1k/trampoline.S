// Where a context's function returns to. r14, which a callee preserves, is uc_link.
//
// Backtraces end here: the return address is undefined, and r2 is 0. Unwinders look up the address before a return address, so the
// range begins with a nop.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 9
	l.nop
HIDDEN(trampoline):
	l.ori	r3, r14, 0
	l.sfeqi	r3, 0
	l.bf	1f
	l.nop
	l.jal	HIDDEN(setcontext)
	l.nop
	l.addi	r3, r0, 255			// the context could not be resumed: there is nowhere to go
1:	l.ori	r14, r3, 0
	l.jal	HIDDEN(finish)
	l.nop
	l.ori	r3, r14, 0			// no libc: the kernel ends the process
	l.addi	r11, r0, SYS_exit_group
	l.sys	1
	l.nop
	l.trap	0
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
