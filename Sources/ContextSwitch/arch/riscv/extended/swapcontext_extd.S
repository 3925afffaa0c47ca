// int swapcontext_extd(ucontext_t *oucp, uint32_t flags, const ucontext_t *ucp): illumos' swapcontext_extd(3C).
#include "save.h"

exported swapcontext_extd
	bnez	a1, .Linvalid
	mv	a1, a2
	save_context
	save_extended
	tail	HIDDEN(swap_from_saved)
.Linvalid:
	li	a0, -EINVAL
	tail	HIDDEN(fail)
exported_end swapcontext_extd

context_no_executable_stack
