// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	endbr64
#ifndef WITHOUT_MASK
	// Before anything is written: a bad pointer is EFAULT. The registers that the call uses wait in the red zone.
	mov	%rdi, -8(%rsp)
	mov	%rsi, -16(%rsp)
	mov	%rdx, -24(%rsp)
	mov	%rcx, -32(%rsp)
	lea	UC_SIGMASK(%rdi), %edx
	xor	%esi, %esi
	xor	%edi, %edi			// SIG_BLOCK of nothing
	mov	$MASK_SIZE, %r10d
	mov	$SYS_rt_sigprocmask, %eax
	syscall
	test	%rax, %rax
	jne	.Lfailed
	mov	-8(%rsp), %rdi
	mov	-16(%rsp), %rsi
	mov	-24(%rsp), %rdx
	mov	-32(%rsp), %rcx
#endif
	save_context
	xor	%eax, %eax
	ret
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
