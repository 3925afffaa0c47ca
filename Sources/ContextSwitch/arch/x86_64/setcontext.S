// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set, or the context's
// stack was too small for makecontext.
#include "resume.h"

FUNCTION(setcontext)
	endbr64
	go_if_foreign %rdi
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
#ifndef SHARED_X87_FLAGS
	fnstsw	-16(%rsp)
#endif
	fnstcw	-8(%rsp)
	restore_fp %rdi, -8(%rsp), -16(%rsp)
	resume	%rdi, 5
	restore_fp_slowly %rdi
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
.Lforeign:
	xor	%edx, %edx
	jmp	HIDDEN(resume_foreign)
END(setcontext)

context_no_executable_stack
