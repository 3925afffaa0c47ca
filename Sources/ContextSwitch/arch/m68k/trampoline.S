// Where a context's function returns to. d7, which a callee preserves, is uc_link.
//
// Backtraces end here: the return address is undefined, and a6 is 0 for those who walk frame pointers. Unwinders look up the address
// before a return address, so the range begins with a nop.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 24
	nop
HIDDEN(trampoline):
	move.l	%d7, -(%sp)			// the place of func's arguments or above it
	jeq	1f
	bsr.l	HIDDEN(setcontext)
	move.l	#255, %d7			// the context could not be resumed: there is nowhere to go
	move.l	%d7, (%sp)
1:	bsr.l	HIDDEN(finish)
	move.l	%d7, %d1			// no libc: the kernel ends the process
	move.l	#SYS_exit_group, %d0
	trap	#0
	illegal
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
