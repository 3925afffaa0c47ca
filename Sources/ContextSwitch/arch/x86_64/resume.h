// x86_64: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"

// The FP control words and exception flags of the context at \base. x87's are loaded only where they differ from the present ones,
// which were just stored at \control and \status. A context whose FP state lies elsewhere is not an ordinary one. Uses rax.
.macro restore_fp base, control, status
	lea	UC_FPENV(\base), %rax
	cmp	%rax, UC_FPREGS(\base)
	jne	.Lforeign
	ldmxcsr	UC_MXCSR(\base)
#ifndef SHARED_X87_FLAGS
	movzwl	\status, %eax
	xor	UC_FPENV+4(\base), %eax
	test	$X87_EXCEPTIONS, %al
	jne	.Lx87_flags_differ
#endif
	movzwl	\control, %eax
	cmp	%ax, UC_FPENV(\base)
	jne	.Lx87_control_differs
.Lx87_is_right:
.endm

// Out of the common path, behind `resume`, with an FDE of its own: the stack is still the caller's. Nothing here may let a pending
// exception of the context that is left trap: FLDCW and FLDENV would, so the flags go first. Where x87's flags are shared, they are
// lost here.
.macro restore_fp_slowly base
	.cfi_endproc
	.cfi_startproc
#ifndef SHARED_X87_FLAGS
.Lx87_control_differs:				// the flags are the same
	testb	$X87_EXCEPTIONS, UC_FPENV+4(\base)
	je	1f
.Lx87_flags_differ:
	fnclex
	testb	$X87_EXCEPTIONS, UC_FPENV+4(\base)
	je	1f
	load_x87 UC_FPENV(\base), UC_FPENV+4(\base)
	jmp	.Lx87_is_right
#else
.Lx87_control_differs:
	fnclex
#endif
1:	fldcw	UC_FPENV(\base)
	jmp	.Lx87_is_right
.endm

// The control word and flags from memory, the rest of the environment from the FPU: its stack is empty, whatever a context says.
.macro load_x87 control, status
	fnstenv	-40(%rsp)
	mov	\status, %al
	mov	%al, -36(%rsp)
	mov	\control, %ax
	mov	%ax, -40(%rsp)
	fldenv	-40(%rsp)
.endm

// Everything from the context at \base (DWARF register \number; one of rdi, rsi, r9), then the stack pointer, then the jump. An
// unwinder sees the resumed context from here on; "signal frame" tells it to look the address up as it is, because a fresh
// context starts at a function's first byte.
.macro resume base, number
	.cfi_endproc
	.cfi_startproc
	.cfi_signal_frame
	cfi_cfa_saved_at \number, UC_RSP
	cfi_saved_at \number, 16, UC_RIP
	cfi_saved_at \number, 3, UC_RBX
	cfi_saved_at \number, 6, UC_RBP
	cfi_saved_at \number, 12, UC_R12
	cfi_saved_at \number, 13, UC_R13
	cfi_saved_at \number, 14, UC_R14
	cfi_saved_at \number, 15, UC_R15
	mov	UC_RIP(\base), %r11
	mov	UC_RSP(\base), %r10
	mov	UC_RBX(\base), %rbx
	mov	UC_RBP(\base), %rbp
	mov	UC_R12(\base), %r12
	mov	UC_R13(\base), %r13
	mov	UC_R14(\base), %r14
	mov	UC_R15(\base), %r15
	mov	UC_RDX(\base), %rdx
	mov	UC_RCX(\base), %rcx
	mov	UC_R8(\base), %r8
.if \number != 5
	mov	UC_RDI(\base), %rdi
.endif
.if \number != 4
	mov	UC_RSI(\base), %rsi
.endif
.if \number != 9
	mov	UC_R9(\base), %r9
.endif
	xor	%eax, %eax
.if \number == 5
	mov	UC_RDI(\base), %rdi
.elseif \number == 4
	mov	UC_RSI(\base), %rsi
.else
	mov	UC_R9(\base), %r9
.endif
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
