// int swapcontext_extd(ucontext_t *oucp, uint32_t flags, const ucontext_t *ucp): illumos' swapcontext_extd(3C).
#include "save.h"

exported swapcontext_extd
	cbnz	w1, .Linvalid
	mov	x1, x2
	save_context
	save_extended
	b	HIDDEN(swap_from_saved)
.Linvalid:
	mov	x0, -EINVAL
	b	HIDDEN(fail)
exported_end swapcontext_extd

context_no_executable_stack
