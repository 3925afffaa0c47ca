// Where a context's function returns to. r14, which a callee preserves, is uc_link; r15 this library's TOC where that has to be known.
//
// Backtraces end here: the return address is undefined, and the back chain is 0. Unwinders look up the address before a return
// address, so the range begins with a nop.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_NOTYPE
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 65
	nop
HIDDEN(trampoline):
#if _CALL_ELF != 2
	mr	%r2, %r15
#endif
	mr.	%r3, %r14
	beq	1f
	bl	HIDDEN(setcontext)
	nop
	li	%r3, 255			// the context could not be resumed: there is nowhere to go
1:	mr	%r14, %r3
	go_to_c l, HIDDEN(finish)
	mr	%r3, %r14			// no libc: the kernel ends the process
	li	%r0, SYS_exit_group
	sc
	trap
	.cfi_endproc

context_no_executable_stack
