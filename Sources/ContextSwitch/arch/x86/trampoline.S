// Where a context's function returns to. ebx, which a callee preserves, points to the word that holds uc_link.
//
// The unwinder looks up the address before a return address, so the range begins with a nop, and it ends there: the return address is
// undefined, and ebp is 0 for those who walk frame pointers.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined %eip
	nop
HIDDEN(trampoline):
	endbr32
	mov	(%ebx), %eax
	mov	%ebx, %esp
	and	$-16, %esp			// exit runs handlers that may use aligned SSE stores
	sub	$16, %esp
	mov	%eax, (%esp)
	test	%eax, %eax
	je	1f
	call	HIDDEN(setcontext)
	mov	$255, %eax			// the context could not be resumed: there is nowhere to go
1:	mov	%eax, %ebx
	mov	%eax, (%esp)
	call	HIDDEN(finish)
	mov	$SYS_exit_group, %eax		// no libc: the kernel ends the process
	int	$0x80
	hlt
	.cfi_endproc
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
