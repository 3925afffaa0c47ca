// Where a context's function returns to. r8, which a callee preserves, is uc_link.
//
// Backtraces end here: the return address is undefined. Unwinders look up the address before a return address, so the range begins
// with a nop.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined pr
	nop
HIDDEN(trampoline):
	tst	r8, r8
	bt/s	1f
	mov	r8, r4
	go	bsrf, HIDDEN(setcontext)
	load_byte 255, r4			// the context could not be resumed: there is nowhere to go
1:	mov	r4, r8
	go	bsrf, HIDDEN(finish)
	mov	r8, r4				// no libc: the kernel ends the process
	load_byte SYS_exit_group, r3
	trapa	#TRAP_4
	.short	0				// no instruction
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
