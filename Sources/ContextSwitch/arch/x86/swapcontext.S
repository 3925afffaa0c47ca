// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "resume.h"

FUNCTION(swapcontext)
	endbr32
	mov	4(%esp), %eax
	save_registers
	save_fp
#ifndef WITHOUT_MASK
	keep	ebx
	keep	esi
	mov	16(%esp), %ecx
	add	$UC_SIGMASK, %ecx
	add	$UC_SIGMASK, %edx
	mov	$SIG_SETMASK, %ebx
	mov	$MASK_SIZE, %esi
	mov	$SYS_rt_sigprocmask, %eax
	int	$0x80
	take	esi
	take	ebx
	test	%eax, %eax
	jne	.Lfailed
#endif
	mov	8(%esp), %edx
	restore_fp
	resume
	restore_fp_slowly
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%eax, 4(%esp)
	jmp	HIDDEN(fail)
#endif
END(swapcontext)

context_no_executable_stack
