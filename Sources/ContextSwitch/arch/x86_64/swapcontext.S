// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged, as in glibc: the kernel would set the new mask before it finds that it
// cannot store the old one, and a bad oucp would return an error with the mask switched. A bad ucp is EFAULT with nothing switched.
#include "resume.h"

FUNCTION(swapcontext)
	endbr64
#ifdef SHARED_X87_FLAGS
	stmxcsr	UC_MXCSR(%rdi)
#endif
	save_x87 %rdi
	save_registers %rdi
	lea	UC_FPENV(%rdi), %rax
	cmp	%rax, UC_FPREGS(%rdi)
	jne	.Lnot_saved_before
.Lsaved_before:
#ifndef SHARED_X87_FLAGS
	stmxcsr	UC_MXCSR(%rdi)
#endif
#ifdef WITHOUT_MASK
	go_if_foreign %rsi
	restore_fp %rsi, UC_FPENV(%rdi), UC_FPENV+4(%rdi)
	resume	%rsi, 4
	restore_fp_slowly %rsi
#else
	go_if_foreign %rsi
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
	restore_fp %r9, UC_FPENV(%r8), UC_FPENV+4(%r8)
	resume	%r9, 9
	restore_fp_slowly %r9
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
.Lnot_saved_before:
	save_constants %rdi
	jmp	.Lsaved_before
.Lforeign:
	lea	UC_SIGMASK(%rdi), %rdx
	mov	%rsi, %rdi
	jmp	HIDDEN(resume_foreign)
END(swapcontext)

context_no_executable_stack
