// Where a made context starts: calls the function in s1 and continues in the context in s2, which is uc_link.
//
// Backtraces end here: the return address is undefined, and s0 and ra are 0.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined ra
HIDDEN(trampoline):
	jalr	s1
	mv	a0, s2
	beqz	a0, 1f
	call	HIDDEN(setcontext)
	li	a0, 255				// the context could not be resumed: there is nowhere to go
1:	mv	s1, a0
	call	HIDDEN(finish)
	mv	a0, s1				// no libc: the kernel ends the process
	li	a7, SYS_exit_group
	ecall
	ebreak
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
