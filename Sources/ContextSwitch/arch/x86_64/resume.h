// x86_64: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"
#include "fp.h"
#include "shadow.h"

// A context whose FP state is not its own goes another way, and before the mask is set: a signal frame's mask must come with its
// registers, or a handler could run in between, on the stack that is being left. A pointer that no user address is comes back from
// the kernel as EFAULT. Uses rax.
.macro go_if_foreign base
#ifndef WITHOUT_MASK
	lea	-0x10000(\base), %rax
	test	%rax, %rax
	js	.Lordinary
#endif
	lea	UC_FPENV(\base), %rax
	cmp	%rax, UC_FPREGS(\base)
	jne	.Lforeign
.endm

// Everything else from the context at \base (DWARF register \number: rdi or rsi), then the stack pointer, then the jump. An
// unwinder sees the resumed context from here on; "signal frame" tells it to look the address up as it is, because a fresh
// context starts at a function's first byte.
.macro resume base, number
	if_shadow_stack .Lshadow_stack		// else rax, what the context's call returns, is 0
.Lshadow_stack_is_right:
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
	mov	UC_R9(\base), %r9
#ifdef SHARED_X87_FLAGS
	xor	%eax, %eax			// as it is already, but this is faster there
#endif
.if \number == 5
	mov	UC_RSI(\base), %rsi
	mov	UC_RDI(\base), %rdi
.else
	mov	UC_RDI(\base), %rdi
	mov	UC_RSI(\base), %rsi
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
