// int getcontext_extd(ucontext_t *ucp, uint32_t flags): illumos' getcontext_extd(3C). flags is 0: all of the extended state.
#include "save.h"

exported getcontext_extd
	test	%esi, %esi
	jne	.Linvalid
	ask_for_mask
	save_x87 %rdi
	save_argument_registers %rdi
	save_registers %rdi
	save_constants %rdi
	stmxcsr	UC_MXCSR(%rdi)
	save_extended
	if_shadow_stack .Lshadow_stack
.Lsaved:
	xor	%eax, %eax
	ret
.Lshadow_stack:
	save_shadow_stack %rdi
	jmp	.Lsaved
.Linvalid:
	mov	$-EINVAL, %rax
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
exported_end getcontext_extd

context_no_executable_stack
