// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "resume.h"

FUNCTION(setcontext)
	endbr64
#ifndef WITHOUT_MASK
	mov	%rdi, %r9			// survives the system call; its slot is loaded at the end
	lea	UC_SIGMASK(%rdi), %rsi
	xor	%edx, %edx
	mov	$SIG_SETMASK, %edi
	mov	$MASK_SIZE, %r10d
	mov	$SYS_rt_sigprocmask, %eax
	syscall
	test	%rax, %rax
	jne	.Lfailed
	mov	%r9, %rdi
#endif
	fnstcw	-8(%rsp)
	fnstsw	-16(%rsp)
	stmxcsr	-24(%rsp)
	restore_fp -8(%rsp), -16(%rsp), -24(%rsp)
	resume
	restore_fp_slowly
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
END(setcontext)

context_no_executable_stack
