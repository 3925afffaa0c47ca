// int getcontext_extd(ucontext_t *ucp, uint32_t flags): illumos' getcontext_extd(3C). flags is 0: all of the extended state.
#include "save.h"

exported getcontext_extd
	cbnz	w1, .Linvalid
	sub	x16, x0, 16, lsl 12
	tbnz	x16, 63, .Lmask			// EFAULT
	save_context
	save_extended
.Lmask:
	add	x2, x0, UC_SIGMASK
	mov	x1, 0
	call_for_mask SIG_BLOCK, .Lfailed	// of nothing
	ret
.Linvalid:
	mov	x0, -EINVAL
.Lfailed:
	b	HIDDEN(fail)
exported_end getcontext_extd

context_no_executable_stack
