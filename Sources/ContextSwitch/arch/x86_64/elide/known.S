// The thread's known mask, the way to forget it, and two functions that must be assembly.
#include "../mask.h"

	.section .tdata, "awT", %progbits
	.p2align 3
	.type	KNOWN_MASK, STT_TLS
	.globl	KNOWN_MASK
	.hidden	KNOWN_MASK
KNOWN_MASK:
	.quad	MASK_UNKNOWN
	.size	KNOWN_MASK, 8

.macro hidden_function name
	.text
	.p2align 4
	.type	\name, STT_FUNC
	.globl	\name
	.hidden	\name
\name:
	.cfi_startproc
	endbr64
.endm
.macro end name
	.cfi_endproc
	.size	\name, . - \name
.endm

hidden_function HIDDEN(forget)
	forget_mask
	ret
end HIDDEN(forget)

// long system_call(long number, long, long, long, long): without the libc.
hidden_function HIDDEN(system_call)
	mov	%rdi, %rax
	mov	%rsi, %rdi
	mov	%rdx, %rsi
	mov	%rcx, %rdx
	mov	%r8, %r10
	syscall
	ret
end HIDDEN(system_call)

// long syscall(long number, ...): a program may change its mask this way too, or install a handler. Otherwise nothing happens here;
// calls that return twice or on another stack pass through, because only a jump is added.
	.text
	.p2align 4
	.globl	syscall
	.type	syscall, STT_FUNC
syscall:
	.cfi_startproc
	endbr64
	cmp	$SYS_rt_sigprocmask, %rdi
	je	.Lforget
	cmp	$SYS_rt_sigaction, %rdi
	je	.Ldistrust
.Lpass:
	mov	HIDDEN(next_syscall)(%rip), %rax
	test	%rax, %rax
	je	.Llook_up
	jmp	*%rax
.Lforget:
	forget_mask
	jmp	.Lpass
.macro with_arguments_kept function
	.irp	register, rdi, rsi, rdx, rcx, r8, r9, r9
	push	%\register
	.cfi_adjust_cfa_offset 8
	.endr
	call	\function
	pop	%r9
	.cfi_adjust_cfa_offset -8
	.irp	register, r9, r8, rcx, rdx, rsi, rdi
	pop	%\register
	.cfi_adjust_cfa_offset -8
	.endr
.endm
.Ldistrust:
	with_arguments_kept HIDDEN(distrust)
	jmp	.Lpass
.Llook_up:
	with_arguments_kept HIDDEN(find_syscall)
	jmp	.Lpass
	.cfi_endproc
	.size	syscall, . - syscall

context_no_executable_stack
