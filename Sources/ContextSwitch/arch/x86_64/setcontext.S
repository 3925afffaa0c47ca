// int setcontext(const ucontext_t *ucp): POSIX.1-2001 setcontext(3). Returns only where the mask could not be set, or the context's
// stack was too small for makecontext.
#include "resume.h"
#include "mask.h"

.macro set_mask_of_context
	mov	%rdi, %r9			// survives the system call
	lea	UC_SIGMASK(%rdi), %rsi
	xor	%edx, %edx
	call_for_mask $SIG_SETMASK, .Lfailed
	mov	%r9, %rdi
.endm

FUNCTION(setcontext)
	endbr64
	go_if_foreign %rdi
#ifdef ELIDE_MASK
	known_mask %rdx, .Lordinary
	cmp	UC_SIGMASK(%rdi), %rdx
	jne	.Lordinary
#elif !defined WITHOUT_MASK
.Lordinary:
	set_mask_of_context
#endif
.Lmask_is_set:
#ifndef SHARED_X87_FLAGS
	fnstsw	-16(%rsp)
#endif
	fnstcw	-8(%rsp)
	restore_fp %rdi, -8(%rsp), -16(%rsp)
	resume	%rdi, 5
	restore_fp_slowly %rdi
.Lshadow_stack:
	restore_shadow_stack %rdi
#ifdef ELIDE_MASK
.Lordinary:
	set_mask_of_context
	learn_mask UC_SIGMASK(%rdi)
	jmp	.Lmask_is_set
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
.Lforeign:
	xor	%edx, %edx
	jmp	HIDDEN(resume_foreign)
END(setcontext)

context_no_executable_stack
