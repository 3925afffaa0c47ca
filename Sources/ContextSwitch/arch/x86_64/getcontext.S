// int getcontext(ucontext_t *ucp): POSIX.1-2001 getcontext(3).
#include "context.h"
#include "fp.h"
#include "shadow.h"
#include "mask.h"

FUNCTION(getcontext)
	endbr64
#ifdef ELIDE_MASK
	lea	-0x10000(%rdi), %rax
	test	%rax, %rax
	js	.Lask
	known_mask %r10, .Lask
	mov	%r10, UC_SIGMASK(%rdi)
#elif !defined WITHOUT_MASK
	ask_for_mask
#endif
.Lmask_is_stored:
	save_x87 %rdi
	save_argument_registers %rdi
	save_registers %rdi
	save_constants %rdi
	stmxcsr	UC_MXCSR(%rdi)
	if_shadow_stack .Lshadow_stack
	xor	%eax, %eax
	ret
.Lshadow_stack:
	save_shadow_stack %rdi
	xor	%eax, %eax
	ret
#ifdef ELIDE_MASK
.Lask:
	ask_for_mask
	jmp	.Lmask_is_stored
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
END(getcontext)

context_no_executable_stack
