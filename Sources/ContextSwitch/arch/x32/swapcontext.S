// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	endbr64
	save_context
#ifndef WITHOUT_MASK
	mov	%rsi, %r9			// survives the system call
	lea	UC_SIGMASK(%rdi), %edx
	lea	UC_SIGMASK(%rsi), %esi
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
#else
	mov	%rsi, %rdi
#endif
	resume
END(swapcontext)

context_no_executable_stack
