// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set.
#include "resume.h"

FUNCTION(setcontext)
	endbr32
	mov	4(%esp), %edx
#ifndef WITHOUT_MASK
	keep	ebx
	keep	esi
	lea	UC_SIGMASK(%edx), %ecx
	xor	%edx, %edx
	mov	$SIG_SETMASK, %ebx
	mov	$MASK_SIZE, %esi
	mov	$SYS_rt_sigprocmask, %eax
	int	$0x80
	take	esi
	take	ebx
	test	%eax, %eax
	jne	.Lfailed
	mov	4(%esp), %edx
#endif
	restore_fp
	resume
	restore_fp_slowly
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%eax, 4(%esp)
	jmp	HIDDEN(fail)
#endif
END(setcontext)

context_no_executable_stack
