// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"

FUNCTION(getcontext)
	without_pv(getcontext)
#ifndef WITHOUT_MASK
	lda	$30, -32($30)			// before anything is written: a bad pointer is EFAULT
	.cfi_def_cfa_offset 32
	stq	$17, 0($30)
	stq	$18, 8($30)
	stq	$19, 16($30)
	lda	$18, UC_SIGMASK($16)
	lda	$17, 0
	lda	$16, SIG_BLOCK
	lda	$19, MASK_SIZE
	lda	$0, SYS_rt_sigprocmask
	callsys
	bne	$19, 1f
	lda	$16, -UC_SIGMASK($18)
	ldq	$17, 0($30)
	ldq	$18, 8($30)
	ldq	$19, 16($30)
	lda	$30, 32($30)
	.cfi_remember_state
	.cfi_def_cfa_offset 0
	copy_mask $16
#endif
	save_context
	lda	$0, 0
	ret	$31, ($26), 1
#ifndef WITHOUT_MASK
1:	.cfi_restore_state
	lda	$30, 32($30)
	.cfi_def_cfa_offset 0
	failed
#endif
END(getcontext)

context_no_executable_stack
