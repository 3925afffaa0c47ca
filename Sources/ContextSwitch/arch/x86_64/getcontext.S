// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"
#include "fp.h"
#include "mask.h"

// Before anything is written: a bad pointer is EFAULT. The registers that the call uses wait in the red zone.
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

FUNCTION(getcontext)
	endbr64
#ifdef ELIDE_MASK
	lea	-0x10000(%rdi), %rax
	test	%rax, %rax
	js	.Lask
	known_mask %r10, .Lask
	mov	%r10, UC_SIGMASK(%rdi)
#elif !defined WITHOUT_MASK
	ask_for_mask
#endif
.Lmask_is_stored:
	save_x87 %rdi
	save_registers %rdi
	save_constants %rdi
	stmxcsr	UC_MXCSR(%rdi)
	xor	%eax, %eax
	ret
#ifdef ELIDE_MASK
.Lask:
	ask_for_mask
	jmp	.Lmask_is_stored
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
