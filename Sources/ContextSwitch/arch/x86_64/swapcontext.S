// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged, as in glibc: the kernel would set the new mask before it finds that it
// cannot store the old one, and a bad oucp would return an error with the mask switched. A bad ucp is EFAULT with nothing switched.
#include "resume.h"

FUNCTION(swapcontext)
	endbr64
	save_registers %rdi
	save_fp	%rdi
#ifndef WITHOUT_MASK
	mov	%rdi, %r8			// r8 and r9 survive the system call
	mov	%rsi, %r9
	lea	UC_SIGMASK(%rdi), %rdx
	lea	UC_SIGMASK(%rsi), %rsi
	mov	$SIG_SETMASK, %edi
	mov	$MASK_SIZE, %r10d
	mov	$SYS_rt_sigprocmask, %eax
	syscall
	test	%rax, %rax
	jne	.Lfailed
	mov	%r9, %rdi
#else
	mov	%rdi, %r8
	mov	%rsi, %rdi
#endif
	restore_fp UC_FPENV(%r8), UC_FPENV+4(%r8), UC_MXCSR(%r8)
	resume
	restore_fp_slowly
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
END(swapcontext)

context_no_executable_stack
