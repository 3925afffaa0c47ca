// i386, System V Intel386 ABI. What a switch must keep here: ebx, ebp, esi, edi, esp, the x87 control word, and the FP exception
// flags, since glibc's FNSTENV and FLDENV carry them. All arguments are on the stack, and glibc moves the fs selector as well.
//
// MXCSR is kept too, which glibc does not do here: in the x87 stack's place, empty at every call, behind a mark, so that contexts
// from elsewhere are told apart. A processor without SSE has none; unless the compiler may assume SSE, CPUID is asked once.
//
// FNSTENV and FLDENV cost more than all the rest: saving writes the image that FNSTENV would write, with an empty tag word and no
// pointers to the last x87 instruction; resuming compares, and loads what differs.
//
// There is no red zone: what must wait lies in the argument slots, which are the callee's own. No memory of either context is read
// after esp has moved. The unwind tables name the resumed context from the first register that is loaded for it.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/x86/ucontext-offsets.h>

#define SYS_rt_sigprocmask 175
#define SYS_exit_group     252
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define X87_EXCEPTIONS     0x7f
#define SSE_MARK           0x5243584d	/* "MXCR" */

// x87 environment and MXCSR into the context at edx. Uses eax.
.macro save_fp
	lea	UC_FPENV(%edx), %eax
	mov	%eax, UC_FPREGS(%edx)
	movl	$-1, UC_FPENV(%edx)		// the upper halves of the words read as ones
	fnstcw	UC_FPENV(%edx)
	movl	$-1, UC_FPENV+4(%edx)
	fnstsw	UC_FPENV+4(%edx)
	movl	$-1, UC_FPENV+8(%edx)		// every tag empty
	xor	%eax, %eax
	mov	%eax, UC_FPENV+12(%edx)		// the last instruction's place, opcode and operand: none
	mov	%eax, UC_FPENV+16(%edx)
	mov	%eax, UC_FPENV+20(%edx)
	movl	$0xffff0000, UC_FPENV+24(%edx)
#ifndef __SSE__
	mov	%eax, UC_FPENV+FP_SSE_MARK(%edx)
	call	HIDDEN(has_sse)
	test	%eax, %eax
	je	.Lno_sse
#endif
	movl	$SSE_MARK, UC_FPENV+FP_SSE_MARK(%edx)
	stmxcsr	UC_FPENV+FP_MXCSR(%edx)
.Lno_sse:
.endm

// A register that has to wait on the stack, and back.
.macro keep register
	push	%\register
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset %\register, 0
.endm
.macro take register
	pop	%\register
	.cfi_adjust_cfa_offset -4
	.cfi_restore %\register
.endm

// What a call preserves and where it returns to, and ecx and edx as glibc does, into the context at eax, which is in edx afterwards.
.macro save_registers
	mov	%ecx, UC_ECX(%eax)
	mov	%edx, UC_EDX(%eax)
	mov	%eax, %edx
	movl	$0, UC_EAX(%edx)
	mov	%ebx, UC_EBX(%edx)
	mov	%ebp, UC_EBP(%edx)
	mov	%esi, UC_ESI(%edx)
	mov	%edi, UC_EDI(%edx)
	mov	%fs, %eax
	movzwl	%ax, %eax
	mov	%eax, UC_FS(%edx)
	mov	(%esp), %eax
	mov	%eax, UC_EIP(%edx)
	lea	4(%esp), %eax
	mov	%eax, UC_ESP(%edx)
.endm
