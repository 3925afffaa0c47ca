// int swapcontext(ucontext_t *oucp, const ucontext_t *ucp): POSIX.1-2001 swapcontext(3).
//
// The registers are stored before the mask is exchanged, as in glibc: the kernel would set the new mask before it finds that it
// cannot store the old one, and a bad oucp would return an error with the mask switched. A bad ucp is EFAULT with nothing switched.
#include "resume.h"
#include "mask.h"

// From oucp at rdi to ucp at rsi; both are back there afterwards.
.macro exchange_mask
	mov	%rdi, %r8			// r8 and r9 survive the system call
	mov	%rsi, %r9
	lea	UC_SIGMASK(%rdi), %rdx
	lea	UC_SIGMASK(%rsi), %rsi
	call_for_mask $SIG_SETMASK, .Lfailed
	mov	%r8, %rdi
	mov	%r9, %rsi
.endm

FUNCTION(swapcontext)
	endbr64
#ifdef SHARED_X87_FLAGS
	stmxcsr	UC_MXCSR(%rdi)
#endif
	save_x87 %rdi
	save_registers %rdi
	lea	UC_FPENV(%rdi), %rax
	cmp	%rax, UC_FPREGS(%rdi)
	jne	.Lnot_saved_before
.Lsaved_before:
#ifndef SHARED_X87_FLAGS
	stmxcsr	UC_MXCSR(%rdi)
#endif
	.hidden	HIDDEN(swap_from_saved)
	.globl	HIDDEN(swap_from_saved)
HIDDEN(swap_from_saved):			// where swapcontext_extd goes on
	go_if_foreign %rsi
#ifdef ELIDE_MASK
	known_mask %rdx, .Lordinary
	cmp	UC_SIGMASK(%rsi), %rdx
	jne	.Lordinary
	mov	%rdx, UC_SIGMASK(%rdi)
#elif !defined WITHOUT_MASK
.Lordinary:
	exchange_mask
#endif
.Lmask_is_set:
	restore_fp %rsi, UC_FPENV(%rdi), UC_FPENV+4(%rdi)
	resume	%rsi, 4
	restore_fp_slowly %rsi
.Lshadow_stack:
	mov	%rax, %rcx
	save_shadow_stack %rdi
	mov	%rcx, %rax
	restore_shadow_stack %rsi
.Lnot_saved_before:
	save_constants %rdi
	jmp	.Lsaved_before
#ifdef ELIDE_MASK
.Lordinary:
	exchange_mask
	learn_mask UC_SIGMASK(%rsi)
	jmp	.Lmask_is_set
#endif
#ifndef WITHOUT_MASK
.Lfailed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
#endif
.Lforeign:
	if_shadow_stack .Lforeign_on_shadow_stack
.Lresume_foreign:
	lea	UC_SIGMASK(%rdi), %rdx
	mov	%rsi, %rdi
	jmp	HIDDEN(resume_foreign)
.Lforeign_on_shadow_stack:
	save_shadow_stack %rdi
	jmp	.Lresume_foreign
END(swapcontext)

context_no_executable_stack
