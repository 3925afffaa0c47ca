// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	endbr32
#ifndef WITHOUT_MASK
	.irp	register, edx, ecx, ebx, esi	// before anything is written: a bad pointer is EFAULT
	keep	\register
	.endr
	mov	20(%esp), %edx
	add	$UC_SIGMASK, %edx
	xor	%ecx, %ecx
	xor	%ebx, %ebx			// SIG_BLOCK of nothing
	mov	$MASK_SIZE, %esi
	mov	$SYS_rt_sigprocmask, %eax
	int	$0x80
	test	%eax, %eax
	.irp	register, esi, ebx, ecx, edx	// which keeps the flags
	take	\register
	.endr
	jne	.Lfailed
#endif
	mov	4(%esp), %eax
	save_registers
	save_fp
	xor	%eax, %eax
	ret
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%eax, 4(%esp)
	jmp	HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
