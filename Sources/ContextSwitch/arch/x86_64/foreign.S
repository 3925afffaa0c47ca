// The way into a context whose FP state is not where getcontext puts it. rdi is the context, rdx where the present mask goes, or 0.
// The mask is still the present one.
//
//   no FP state at all      makecontext found too little room: -1 and ENOMEM; never filled by getcontext: -1 and EINVAL
//   a signal frame          what the kernel gave a handler as its third argument: rt_sigreturn continues the interrupted code,
//                           with all registers, flags, vectors and the mask, as nothing else can without a free register
//   an extended context     of getcontext_extd: XRSTOR, then as usual
//   anything else           a ucontext_t that was copied: its FP state is still in the original, as glibc has it
// A signal frame and its FP state must still be there: a context that a handler keeps lives no longer than the stack it ran on.
#include "resume.h"
#include "mask.h"
#include "xstate.h"

// Leaves rdi and rcx as they are.
.macro set_mask
#ifndef WITHOUT_MASK
	mov	%rdi, %r8
	mov	%rcx, %r9
	lea	UC_SIGMASK(%rdi), %rsi
	call_for_mask $SIG_SETMASK, .Lmask_failed
	mov	%r8, %rdi
	mov	%r9, %rcx
#endif
.endm

	.text
	.p2align 4
	.type	HIDDEN(resume_foreign), STT_FUNC
	.globl	HIDDEN(resume_foreign)
	.hidden	HIDDEN(resume_foreign)
HIDDEN(resume_foreign):
	.cfi_startproc
	mov	UC_FPREGS(%rdi), %rcx
	test	%rcx, %rcx
	je	.Lnot_to_be_resumed
	test	$63, %cl			// XSAVE areas are aligned
	jne	.Lcopied
	mov	XSTATE_MAGIC1_AT(%rcx), %eax
	cmp	$XSTATE_MAGIC1, %eax
	je	.Lsignal_frame
	cmp	$XSTATE_EXTENDED, %eax
	jne	.Lcopied
	set_mask
	mov	XSTATE_FEATURES_AT(%rcx), %eax
	mov	XSTATE_FEATURES_AT+4(%rcx), %edx
	xrstor64 (%rcx)
	jmp	.Lgeneral_registers

.Lcopied:
	set_mask
	ldmxcsr	UC_MXCSR(%rdi)
	fnstsw	-16(%rsp)
	fnstcw	-8(%rsp)
	mov	-16(%rsp), %al
	cmp	%al, 4(%rcx)
	jne	1f
	mov	-8(%rsp), %ax
	cmp	%ax, (%rcx)
	je	.Lgeneral_registers
1:	fnclex
	load_x87 (%rcx), 4(%rcx)
.Lgeneral_registers:
	resume	%rdi, 5
	.cfi_endproc

	.cfi_startproc
.Lshadow_stack:
	restore_shadow_stack %rdi
.Lsignal_frame:
	testb	$UC_FP_XSTATE, (%rdi)
	je	.Lcopied
	mov	XSTATE_SIZE_AT(%rcx), %eax
	lea	4(%rax), %r8d
	cmp	%r8d, XSTATE_EXTENDED_SIZE_AT(%rcx)
	jb	.Lcopied
	cmpl	$XSTATE_MAGIC2, (%rcx,%rax)
	jne	.Lcopied
#ifndef WITHOUT_MASK
	test	%rdx, %rdx
	je	2f
	mov	%rdi, %r8
	xor	%esi, %esi
	call_for_mask $SIG_BLOCK, .Lmask_failed	// of nothing: what it is
	mov	%r8, %rdi
2:
#endif
	if_shadow_stack .Lsignal_token
3:	forget_mask
	// A frame of our own, because the kernel finds it at rsp. It needs no copy of the FP state, to which it points.
	mov	%rsp, %r11
	.cfi_def_cfa %r11, 8
	sub	$128 + SIGNAL_FRAME_SIZE, %rsp
	and	$-16, %rsp
	mov	%rdi, %rsi
	mov	%rsp, %rdi
	mov	$SIGNAL_FRAME_SIZE / 8, %ecx
	rep movsq
	movl	$-1, UC_STACK_FLAGS(%rsp)	// no valid flags: the kernel leaves the signal stack as it is, as any switch does
	mov	$SYS_rt_sigreturn, %eax
	syscall
	hlt
	.cfi_endproc

	.cfi_startproc
.Lsignal_token:
	pop_to_signal_token
	jmp	3b
.Lnot_to_be_resumed:
	mov	$-ENOMEM, %r8
	mov	$-EINVAL, %rax
	cmpq	$0, UC_RIP(%rdi)
	cmove	%rax, %r8
	mov	%r8, %rdi
	jmp	HIDDEN(fail)
.Lmask_failed:
	mov	%rax, %rdi
	jmp	HIDDEN(fail)
	.cfi_endproc
	.size	HIDDEN(resume_foreign), . - HIDDEN(resume_foreign)

context_no_executable_stack
