// x86_64: the signal mask on the way from one context to another.
//
// Built with ELIDE_MASK, the functions know the thread's mask from its last change and leave the system call out where nothing would
// change. The thread-local known_mask is a mask, or has SIGKILL's bit, which no mask has: unknown. Whatever may change the mask
// behind it, a handler's entry and return above all, makes it unknown (../../elide); only the functions here make it known, by
// one instruction after the system call, and only if it is still as they left it before: nothing came between.
#pragma once
#include "context.h"

#ifdef ELIDE_MASK
#define KNOWN_MASK	HIDDEN(known_mask)
#define MASK_UNKNOWN	0x100
#define MASK_PENDING	0x101		// unknown, and a system call that will tell is under way
#define UNBLOCKABLE	0x40100		// SIGKILL and SIGSTOP: the kernel takes them out of a mask
#endif

// The known mask into \register, or to \unknown. Uses rax.
.macro known_mask register, unknown
#ifdef ELIDE_MASK
	cmpb	$0, HIDDEN(elision)(%rip)
	je	\unknown
	mov	KNOWN_MASK@gottpoff(%rip), %rax
	mov	%fs:(%rax), \register
	test	$MASK_UNKNOWN, \register
	jne	\unknown
#endif
.endm

// rt_sigprocmask(\how, rsi, rdx), to \failed where it fails. Uses rax, rcx, rdi, r10, r11.
.macro call_for_mask how, failed
#ifdef ELIDE_MASK
	mov	KNOWN_MASK@gottpoff(%rip), %rax
	movq	$MASK_PENDING, %fs:(%rax)
#endif
	mov	\how, %edi
	mov	$MASK_SIZE, %r10d
	mov	$SYS_rt_sigprocmask, %eax
	syscall
	test	%rax, %rax
	jne	\failed
.endm

// The mask is now the one at \mask. Uses rax, rcx, rdx.
.macro learn_mask mask
#ifdef ELIDE_MASK
	cmpb	$0, HIDDEN(elision)(%rip)
	je	.Lnothing_learnt
	mov	\mask, %rdx
	and	$~UNBLOCKABLE, %rdx
	mov	KNOWN_MASK@gottpoff(%rip), %rcx
	mov	$MASK_PENDING, %eax
	cmpxchg	%rdx, %fs:(%rcx)
.Lnothing_learnt:
#endif
.endm

// Some other way will set it. Uses rax.
.macro forget_mask
#ifdef ELIDE_MASK
	mov	KNOWN_MASK@gottpoff(%rip), %rax
	movq	$MASK_UNKNOWN, %fs:(%rax)
#endif
.endm

// The present mask into the context at rdi, before anything else is written there: a bad pointer is EFAULT. The registers that the
// call uses wait in the red zone.
.macro ask_for_mask
	mov	%rdi, -8(%rsp)
	mov	%rsi, -16(%rsp)
	mov	%rdx, -24(%rsp)
	mov	%rcx, -32(%rsp)
	lea	UC_SIGMASK(%rdi), %rdx
	xor	%esi, %esi
	call_for_mask $SIG_BLOCK, .Lfailed	// of nothing
	mov	-8(%rsp), %rdi
	learn_mask UC_SIGMASK(%rdi)
	mov	-16(%rsp), %rsi
	mov	-24(%rsp), %rdx
	mov	-32(%rsp), %rcx
.endm
