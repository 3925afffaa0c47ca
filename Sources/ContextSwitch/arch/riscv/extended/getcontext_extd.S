// int getcontext_extd(ucontext_t *ucp, uint32_t flags): illumos' getcontext_extd(3C). flags is 0: all of the extended state.
#include "save.h"

exported getcontext_extd
	bnez	a1, .Linvalid
	go_if_bad_pointer a0, .Lmask		// EFAULT
	save_context
	save_extended
.Lmask:
	addi	a2, a0, UC_SIGMASK
	li	a1, 0
	call_for_mask SIG_BLOCK, .Lfailed	// of nothing
	ret
.Linvalid:
	li	a0, -EINVAL
.Lfailed:
	tail	HIDDEN(fail)
exported_end getcontext_extd

context_no_executable_stack
