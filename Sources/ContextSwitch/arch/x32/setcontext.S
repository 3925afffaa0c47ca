// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "context.h"

FUNCTION(setcontext)
	endbr64
#ifndef WITHOUT_MASK
	mov	%rdi, %r9			// survives the system call; its slot is loaded at the end
	lea	UC_SIGMASK(%rdi), %esi
	xor	%edx, %edx
	mov	$SIG_SETMASK, %edi
	mov	$MASK_SIZE, %r10d
	mov	$SYS_rt_sigprocmask, %eax
	syscall
	mov	%r9, %rdi
	test	%rax, %rax
	je	1f
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
1:
#endif
	resume
END(setcontext)

context_no_executable_stack
