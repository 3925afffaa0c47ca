// x86_64: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"

// The FP control words and exception flags of the context at rdi, loaded only where they differ from the present ones, which were
// just stored at \control, \status and \mxcsr. Uses rax, rcx and rdx.
.macro restore_fp control, status, mxcsr
	mov	UC_FPREGS(%rdi), %rcx
	movzwl	\status, %eax
	xor	4(%rcx), %eax
	test	$X87_EXCEPTIONS, %al
	jne	.Lx87_flags_differ
	movzwl	\control, %eax
	cmp	%ax, (%rcx)
	jne	.Lx87_control_differs
.Lcompare_mxcsr:
	mov	\mxcsr, %eax
	cmp	%eax, UC_MXCSR(%rdi)
	jne	.Lmxcsr_differs
.Lfp_is_right:
.endm

// Out of the common path, behind `resume`. FDE of its own: the stack is still the caller's.
.macro restore_fp_slowly
	.cfi_endproc
	.cfi_startproc
.Lx87_flags_differ:
	fnclex					// a pending exception of the context that is left must not trap here
	testb	$X87_EXCEPTIONS, 4(%rcx)
	je	.Lx87_control_differs
	fldenv	(%rcx)
	jmp	.Lcompare_mxcsr
.Lx87_control_differs:
	fldcw	(%rcx)
	jmp	.Lcompare_mxcsr
.Lmxcsr_differs:
	ldmxcsr	UC_MXCSR(%rdi)
	jmp	.Lfp_is_right
.endm

// Everything from the context at rdi, then the stack pointer, then the jump. An unwinder sees the resumed context from here on;
// "signal frame" tells it to look the address up as it is, because a fresh context starts at a function's first byte.
.macro resume
	.cfi_endproc
	.cfi_startproc
	.cfi_signal_frame
	cfi_cfa_saved_at 5, UC_RSP		// 5 is rdi
	cfi_saved_at 5, 16, UC_RIP
	cfi_saved_at 5, 3, UC_RBX
	cfi_saved_at 5, 6, UC_RBP
	cfi_saved_at 5, 12, UC_R12
	cfi_saved_at 5, 13, UC_R13
	cfi_saved_at 5, 14, UC_R14
	cfi_saved_at 5, 15, UC_R15
	mov	UC_RIP(%rdi), %r11
	mov	UC_RSP(%rdi), %r10
	mov	UC_RBX(%rdi), %rbx
	mov	UC_RBP(%rdi), %rbp
	mov	UC_R12(%rdi), %r12
	mov	UC_R13(%rdi), %r13
	mov	UC_R14(%rdi), %r14
	mov	UC_R15(%rdi), %r15
	mov	UC_RSI(%rdi), %rsi
	mov	UC_RDX(%rdi), %rdx
	mov	UC_RCX(%rdi), %rcx
	mov	UC_R8(%rdi), %r8
	mov	UC_R9(%rdi), %r9
	xor	%eax, %eax
	mov	UC_RDI(%rdi), %rdi
	.cfi_def_cfa %r10, 0
	.cfi_register %rip, %r11
	.cfi_same_value %rbx
	.cfi_same_value %rbp
	.cfi_same_value %r12
	.cfi_same_value %r13
	.cfi_same_value %r14
	.cfi_same_value %r15
	mov	%r10, %rsp
	jmp	*%r11
.endm

