// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged: the kernel would set the new mask before it finds that it cannot store the
// old one. A bad ucp is EFAULT with nothing switched.
#include "context.h"

FUNCTION(swapcontext)
	save_context
	go_if_foreign a1, .Lforeign
.Lordinary:
#ifndef WITHOUT_MASK
	mv	t0, a1
	addi	a2, a0, UC_SIGMASK
	addi	a1, a1, UC_SIGMASK
	li	a0, SIG_SETMASK
	li	a3, MASK_SIZE
	li	a7, SYS_rt_sigprocmask
	ecall
	beqz	a0, 2f
	tail	HIDDEN(fail)
2:	mv	a0, t0
#else
	mv	a0, a1
#endif
	load_word t1, UC_GREGS+2*WORD(a0)
	beqz	t1, 3f				// makecontext found the stack too small
	resume
	.cfi_endproc
	.cfi_startproc
3:
#ifndef WITHOUT_MASK
	mv	a1, a2				// oucp's mask is the one to go back to
	li	a2, 0
	li	a0, SIG_SETMASK
	ecall
#endif
	li	a0, -ENOMEM
	tail	HIDDEN(fail)
.Lforeign:
	lla	t0, .Lordinary
	tail	HIDDEN(resume_frame)
END(swapcontext)

context_no_executable_stack
