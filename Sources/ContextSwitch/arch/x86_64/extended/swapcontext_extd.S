// int swapcontext_extd(ucontext_t *oucp, uint32_t flags, const ucontext_t *ucp): illumos' swapcontext_extd(3C).
#include "save.h"

exported swapcontext_extd
	test	%esi, %esi
	jne	.Linvalid
	save_x87 %rdi
	save_registers %rdi
	save_constants %rdi
	stmxcsr	UC_MXCSR(%rdi)
	save_extended
	mov	%rdx, %rsi
	jmp	HIDDEN(swap_from_saved)
.Linvalid:
	mov	$-EINVAL, %rdi
	jmp	HIDDEN(fail)
exported_end swapcontext_extd

context_no_executable_stack
