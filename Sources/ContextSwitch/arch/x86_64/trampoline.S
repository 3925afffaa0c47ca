// Where a context's function returns to. rbx, which a callee preserves, points to the word that holds uc_link.
//
// On a shadow stack a context begins at `start`, with its function in r12: the call puts the return address on both stacks.
//
// The unwinder looks up the address before a return address, which is in that range, and it ends there: the return address is
// undefined, and rbp is 0 for those who walk frame pointers.
#include "context.h"

	.text
	.p2align 4
	.type	HIDDEN(trampoline), STT_FUNC
	.globl	HIDDEN(trampoline)
	.hidden	HIDDEN(trampoline)
	.cfi_startproc
	.cfi_undefined %rip
	.type	HIDDEN(start), STT_FUNC
	.globl	HIDDEN(start)
	.hidden	HIDDEN(start)
HIDDEN(start):
	endbr64
	call	*%r12
HIDDEN(trampoline):
	endbr64
	mov	(%rbx), %rdi
	mov	%rbx, %rsp
	and	$-16, %rsp			// exit runs handlers that may use aligned SSE stores
	test	%rdi, %rdi
	je	1f
	call	HIDDEN(setcontext)
	mov	$255, %edi			// the context could not be resumed: there is nowhere to go
1:	mov	%edi, %ebx
	call	HIDDEN(finish)
	mov	%ebx, %edi			// no libc: the kernel ends the process
	mov	$SYS_exit_group, %eax
	syscall
	hlt
	.cfi_endproc
	.size	HIDDEN(start), . - HIDDEN(start)
	.size	HIDDEN(trampoline), . - HIDDEN(trampoline)

context_no_executable_stack
