// x86_64: the shadow stack of a context (SHSTK). A call pushes its return address there too, a return must find it there, and only the
// instructions below move its pointer, SSP.
//
// Of two stacks, the one that is not in use ends with a token: the address behind it, and 1. RSTORSSP and SAVEPREVSSP go to a token's
// stack and leave a token on the one they come from. __ssp[0] holds SSP as it is once the context is resumed, as in glibc. From there
// the token, or the present SSP if it is the same stack, is found downwards; so the stack's base, which only glibc's threads know, is
// not needed. makecontext notes it and the size of what it maps in __ssp[1] and [2], where glibc has them.
#pragma once

#define SIGNAL_TOKEN_BIT 63		// the kernel's, below which a handler's return address lies

// To \label with SSP in rax where the thread has a shadow stack; rax is 0 where it has none, since RDSSP is a no-op then.
.macro if_shadow_stack label
	xor	%eax, %eax
	rdsspq	%rax
	test	%rax, %rax
	jne	\label
.endm

// SSP at rax into \ucp, as it is after the return. Uses rax.
.macro save_shadow_stack ucp
	add	$8, %rax
	mov	%rax, UC_SSP(\ucp)
.endm

// Takes \size bytes from the shadow stack. Uses rax.
.macro pop_shadow_stack size
	shr	$3, \size
	je	861f
860:	mov	$255, %eax
	cmp	%rax, \size
	cmovb	\size, %rax
	incsspq	%rax
	sub	%rax, \size
	jne	860b
861:
.endm

// Where `if_shadow_stack .Lshadow_stack` goes, with SSP in rax: to the shadow stack of the context at \base. Uses rax, rcx, rdx, r8, r9.
.macro restore_shadow_stack base
	mov	UC_SSP(\base), %rcx
	mov	%rcx, %rdx
862:	cmp	%rax, %rdx
	je	863f				// the same stack
	sub	$8, %rdx
	lea	9(%rdx), %r8
	cmp	%r8, (%rdx)
	jne	862b
	rstorssp (%rdx)
	saveprevssp
	lea	8(%rdx), %rax
863:	sub	%rax, %rcx
	pop_shadow_stack %rcx
	xor	%eax, %eax
	jmp	.Lshadow_stack_is_right
.endm

// In a signal handler, at rax, to the token of its frame, where rt_sigreturn wants it. Uses rax, r8.
.macro pop_to_signal_token
	mov	%rax, %r8
864:	btq	$SIGNAL_TOKEN_BIT, (%r8)
	lea	8(%r8), %r8
	jnc	864b
	lea	-8(%r8), %r8
	sub	%rax, %r8
	pop_shadow_stack %r8
.endm
