// Where a made context starts: calls the function in s1 and continues in the context in s0, which is uc_link. t9 has its own address,
// as at every call.
//
// Backtraces end here: the return address is undefined, and s8 and ra are 0.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 31
HIDDEN(trampoline):
	make_gp	$25, HIDDEN(trampoline)
	move	$25, $17
	jalr	$25
	move	$4, $16
	beqz	$4, 1f
	load_address $25, HIDDEN(setcontext)
	jalr	$25
	li	$4, 255				// the context could not be resumed: there is nowhere to go
1:	move	$17, $4
	load_address $25, HIDDEN(finish)
	jalr	$25
	move	$4, $17				// no libc: the kernel ends the process
	li	$2, SYS_exit_group
	syscall
	break
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
