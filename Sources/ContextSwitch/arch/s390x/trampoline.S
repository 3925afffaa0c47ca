// Where a made context starts: calls the function in r7 and continues in the context in r8, which is uc_link.
//
// Backtraces end here: the return address is undefined, and the frame's back chain is 0.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined %r14
	nopr
HIDDEN(trampoline):
	basr	%r14, %r7
	ltgr	%r2, %r8
	je	1f
	brasl	%r14, HIDDEN(setcontext)
	lghi	%r2, 255			// the context could not be resumed: there is nowhere to go
1:	lgr	%r7, %r2
	brasl	%r14, HIDDEN(finish)
	lgr	%r2, %r7			// no libc: the kernel ends the process
	svc	SYS_exit_group
	.short	0				// no instruction
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
