// i386: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"

// The fs selector, the FP control words and the exception flags of the context at edx, loaded only where they differ from the
// present ones. Uses eax, ecx and the first argument's slot.
.macro restore_fp
	mov	%fs, %eax
	cmp	%ax, UC_FS(%edx)
	jne	.Lfs_differs
.Lfs_is_right:
	mov	UC_FPREGS(%edx), %ecx
	fnstsw	%ax
	xor	4(%ecx), %eax
	test	$X87_EXCEPTIONS, %al
	jne	.Lx87_flags_differ
	fnstcw	4(%esp)
	mov	4(%esp), %ax
	cmp	%ax, (%ecx)
	jne	.Lx87_control_differs
.Lcompare_mxcsr:
	cmpl	$SSE_MARK, FP_SSE_MARK(%ecx)
	jne	.Lfp_is_right
	stmxcsr	4(%esp)
	mov	4(%esp), %eax
	cmp	%eax, FP_MXCSR(%ecx)
	jne	.Lmxcsr_differs
.Lfp_is_right:
.endm

// Out of the common path, behind `resume`. FDE of its own: the stack is still the caller's.
.macro restore_fp_slowly
	.cfi_endproc
	.cfi_startproc
.Lfs_differs:
	mov	UC_FS(%edx), %eax
	mov	%eax, %fs
	jmp	.Lfs_is_right
.Lx87_flags_differ:
	fnclex					// a pending exception of the context that is left must not trap here
	testb	$X87_EXCEPTIONS, 4(%ecx)
	je	.Lx87_control_differs
	fldenv	(%ecx)
	jmp	.Lcompare_mxcsr
.Lx87_control_differs:
	fldcw	(%ecx)
	jmp	.Lcompare_mxcsr
.Lmxcsr_differs:
	testl	$0xffff0000, FP_MXCSR(%ecx)	// reserved bits: these are not ours
	jne	.Lfp_is_right
	ldmxcsr	FP_MXCSR(%ecx)
	jmp	.Lfp_is_right
.endm

// Everything from the context at edx, then the stack pointer, then the jump. An unwinder sees the resumed context from here on;
// "signal frame" tells it to look the address up as it is, because a fresh context starts at a function's first byte.
.macro resume
	.cfi_endproc
	.cfi_startproc
	.cfi_signal_frame
	cfi_cfa_saved_at 2, UC_ESP		// 2 is edx
	cfi_saved_at 2, 8, UC_EIP
	cfi_saved_at 2, 3, UC_EBX
	cfi_saved_at 2, 5, UC_EBP
	cfi_saved_at 2, 6, UC_ESI
	cfi_saved_at 2, 7, UC_EDI
	mov	UC_EIP(%edx), %ecx
	mov	UC_ESP(%edx), %eax
	mov	UC_EBX(%edx), %ebx
	mov	UC_EBP(%edx), %ebp
	mov	UC_ESI(%edx), %esi
	mov	UC_EDI(%edx), %edi
	.cfi_def_cfa %eax, 0
	.cfi_register %eip, %ecx
	.cfi_same_value %ebx
	.cfi_same_value %ebp
	.cfi_same_value %esi
	.cfi_same_value %edi
	mov	%eax, %esp
	.cfi_def_cfa %esp, 0
	xor	%eax, %eax
	jmp	*%ecx
.endm
