// Where a made context starts: calls the function pointer in r3 and continues in the context in r4, which is uc_link. r19 is this
// library's, as getcontext stored it.
//
// Backtraces end here: the return address is undefined.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined 2
HIDDEN(trampoline):
	copy	%r19, %r5
	bb,>=	%r3, 30, 1f			// a descriptor?
	nop
	depi	0, 31, 2, %r3
	ldw	4(%r3), %r19
	ldw	0(%r3), %r3
1:	bl	2f, %r2
	nop
	copy	%r5, %r19
	movb,=,n %r4, %r26, 3f
	bl	HIDDEN(setcontext), %r2
	nop
	copy	%r5, %r19
	ldi	255, %r4			// the context could not be resumed: there is nowhere to go
3:	copy	%r4, %r26
	bl	HIDDEN(finish), %r2
	nop
	copy	%r4, %r26			// no libc: the kernel ends the process
	kernel	SYS_exit_group
2:	bv	%r0(%r3)
	nop
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
