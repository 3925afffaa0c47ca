// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	LANDING_PAD
	save_context
	go_if_foreign x1, .Lforeign
.Lordinary:
#ifndef WITHOUT_MASK
	mov	x9, x1
	add	x2, x0, UC_SIGMASK
	add	x1, x1, UC_SIGMASK
	mov	x0, SIG_SETMASK
	mov	x3, MASK_SIZE
	mov	x8, SYS_rt_sigprocmask
	svc	0
	cbz	x0, 1f
	b	HIDDEN(fail)
1:	mov	x0, x9
#else
	mov	x0, x1
#endif
	go_if_without_stack 4f
	resume
	.cfi_endproc
	.cfi_startproc
4:
#ifndef WITHOUT_MASK
	mov	x1, x2				// oucp's mask is the one to go back to
	mov	x2, 0
	mov	x0, SIG_SETMASK
	svc	0
#endif
	mov	x0, -ENOMEM
	b	HIDDEN(fail)
.Lforeign:
	adr	x17, .Lordinary
	b	HIDDEN(resume_frame)
END(swapcontext)

context_no_executable_stack
