// Where a made context starts: calls the function in pv and continues in the context in s0, which is uc_link.
//
// Backtraces end here: the return address is undefined. A return address of the trampoline itself is looked up in the rules of the
// instruction before it.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 26
	unop
HIDDEN(trampoline):
	jsr	$26, ($27), 0
	ldgp	$29, 0($26)
	mov	$9, $16
	beq	$16, 1f
	bsr	$26, HIDDEN(setcontext) !samegp
	lda	$16, 255			// the context could not be resumed: there is nowhere to go
1:	mov	$16, $9
	bsr	$26, HIDDEN(finish) !samegp
	mov	$9, $16				// no libc: the kernel ends the process
	lda	$0, SYS_exit_group
	callsys
	halt
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
