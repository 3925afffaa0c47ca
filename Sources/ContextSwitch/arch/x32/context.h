// x32, System V AMD64 ABI with 32-bit pointers. The registers are x86_64's, whole: rbx, rbp, r12-r15, rsp, the x87 control word and
// MXCSR, with their exception flags, are kept, and the six argument registers stored and loaded for makecontext. What differs is
// where they lie, that uc_mcontext.fpregs is a 32-bit pointer, and the system calls' numbers, which have bit 30 set.
//
// Hardly any kernel runs it (see arch.mk), so it is kept plain: the FP environment is compared and loaded where it differs, as i386's
// is, and there is no fast path beside it. No memory of either context is read after rsp has moved. The unwind tables name the
// resumed context from the first register that is loaded for it.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/x32/ucontext-offsets.h>

#ifndef X32_SYSCALL
#define X32_SYSCALL        0x40000000
#endif
#define SYS_rt_sigprocmask (X32_SYSCALL + 14)
#define SYS_exit_group     (X32_SYSCALL + 231)
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define X87_EXCEPTIONS     0x7f

// Registers and FP state into the context at rdi. Uses rax.
.macro save_context
	mov	%rbx, UC_RBX(%rdi)
	mov	%rbp, UC_RBP(%rdi)
	mov	%r12, UC_R12(%rdi)
	mov	%r13, UC_R13(%rdi)
	mov	%r14, UC_R14(%rdi)
	mov	%r15, UC_R15(%rdi)
	mov	%rdi, UC_RDI(%rdi)
	mov	%rsi, UC_RSI(%rdi)
	mov	%rdx, UC_RDX(%rdi)
	mov	%rcx, UC_RCX(%rdi)
	mov	%r8, UC_R8(%rdi)
	mov	%r9, UC_R9(%rdi)
	mov	(%rsp), %rax
	mov	%rax, UC_RIP(%rdi)
	lea	8(%rsp), %rax
	mov	%rax, UC_RSP(%rdi)
	lea	UC_FPENV(%rdi), %eax
	mov	%eax, UC_FPREGS(%rdi)
	movq	$-1, UC_FPENV(%rdi)		// the upper halves of both words read as ones
	fnstcw	UC_FPENV(%rdi)
	fnstsw	UC_FPENV+4(%rdi)
	stmxcsr	UC_MXCSR(%rdi)
	mov	$0xffffffff, %eax		// every tag empty, last instruction 0
	mov	%rax, UC_FPENV+8(%rdi)
	movq	$0, UC_FPENV+16(%rdi)
.endm

// The FP state of the context at rdi, where it differs from the present one. Uses rax, rcx and the red zone.
.macro restore_fp
	mov	UC_FPREGS(%rdi), %ecx
	fnstsw	%ax
	xor	4(%rcx), %eax
	test	$X87_EXCEPTIONS, %al
	je	1f
	fnclex					// a pending exception of the context that is left must not trap here
	fldenv	(%rcx)
1:	fnstcw	-8(%rsp)
	mov	-8(%rsp), %ax
	cmp	%ax, (%rcx)
	je	1f
	fldcw	(%rcx)
1:	ldmxcsr	UC_MXCSR(%rdi)
.endm

// Everything from the context at rdi, then the stack pointer, then the jump. "Signal frame" tells an unwinder to look the address up
// as it is, because a fresh context starts at a function's first byte.
.macro resume
	restore_fp
	.cfi_endproc
	.cfi_startproc
	.cfi_signal_frame
	cfi_cfa_saved_at 5, UC_RSP		// 5 is rdi
	cfi_saved_at 5, 16, UC_RIP
	cfi_saved_at 5, 3, UC_RBX
	cfi_saved_at 5, 6, UC_RBP
	cfi_saved_at 5, 12, UC_R12
	cfi_saved_at 5, 13, UC_R13
	cfi_saved_at 5, 14, UC_R14
	cfi_saved_at 5, 15, UC_R15
	mov	UC_RIP(%rdi), %r11
	mov	UC_RSP(%rdi), %r10
	mov	UC_RBX(%rdi), %rbx
	mov	UC_RBP(%rdi), %rbp
	mov	UC_R12(%rdi), %r12
	mov	UC_R13(%rdi), %r13
	mov	UC_R14(%rdi), %r14
	mov	UC_R15(%rdi), %r15
	mov	UC_RSI(%rdi), %rsi
	mov	UC_RDX(%rdi), %rdx
	mov	UC_RCX(%rdi), %rcx
	mov	UC_R8(%rdi), %r8
	mov	UC_R9(%rdi), %r9
	xor	%eax, %eax
	mov	UC_RDI(%rdi), %rdi
	.cfi_def_cfa %r10, 0
	.cfi_register %rip, %r11
	.irp	register, rbx, rbp, r12, r13, r14, r15
	.cfi_same_value %\register
	.endr
	mov	%r10, %rsp
	jmp	*%r11
.endm
