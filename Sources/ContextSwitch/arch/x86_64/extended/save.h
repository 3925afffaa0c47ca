// The extended state of a context that ucontext_alloc made, after its other parts have been stored: XSAVE, and UC_FPREGS says where
// it is, which is how setcontext and swapcontext find it. Any other context stays as it is.
#pragma once
#include "../context.h"
#include "../fp.h"
#include "../mask.h"
#include "../shadow.h"
#include "extended.h"

// Of the context at rdi. Uses rax, rcx and r11, keeps rdx in r10.
.macro save_extended
	movabs	$EXTENDED_MARK, %rax
	cmp	%rax, UC_EXTENDED_MARK(%rdi)
	jne	1f
	cmp	%rdi, UC_EXTENDED_SELF(%rdi)
	jne	1f
	mov	UC_EXTENDED_AREA(%rdi), %rcx
	mov	%rcx, UC_FPREGS(%rdi)
	mov	%rdx, %r10
	mov	XSTATE_FEATURES_AT(%rcx), %eax
	xor	%edx, %edx
	xsave64	(%rcx)
	movl	$XSTATE_EXTENDED, XSTATE_MAGIC1_AT(%rcx)
	mov	%r10, %rdx
1:
.endm

.macro exported name
	.text
	.p2align 4
	.globl	\name
	.type	\name, STT_FUNC
\name:
	.cfi_startproc
	endbr64
.endm
.macro exported_end name
	.cfi_endproc
	.size	\name, . - \name
.endm
