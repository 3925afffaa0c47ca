// x86_64, System V AMD64 ABI. What a switch must keep here: rbx, rbp, r12-r15, rsp, the x87 control word and MXCSR (their
// exception flags too, since glibc's FNSTENV/FLDENV and LDMXCSR carry them). The x87 stack is empty and every vector register is
// dead at a call. The six argument registers are stored and loaded as well: makecontext puts the arguments there.
//
// The rax, r10 and r11 slots, the flags and the segments are glibc's to leave alone, so they are left alone here.
//
// FNSTENV and FLDENV cost more than all the rest, so they are not on the common path. Saving writes the image that FNSTENV would
// write, with an empty tag word and without the pointers to the last x87 instruction; resuming compares and loads what differs.
//
// Reading exception flags, FNSTSW's as well as STMXCSR's, waits until all earlier instructions are done, and the two wait one after
// the other: on Zen 5 that is half of a switch. So they stand as far apart as they can, and what was just read of MXCSR is not
// compared: LDMXCSR costs less than the wait for the comparison. The psABI lets a call change the flags, glibc's swap keeps them;
// built with X87_FLAGS=no, contexts share x87's (not SSE's, not the control words), which saves one of the two waits.
//
// No memory of either context is read after rsp has moved: a context may live on the stack that is being left, and a signal
// handler may run there at once. The unwind tables name the resumed context from the first register that is loaded for it.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/x86_64/ucontext-offsets.h>

#define SYS_rt_sigprocmask 14
#define SYS_rt_sigreturn   15
#define SYS_exit_group     231
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define ENOMEM             12
#define EINVAL             22
#define X87_EXCEPTIONS     0xff		// with the summary: the same flags can be pending in one context and masked in the other

// x87's control word and exception flags into \ucp, before save_registers.
.macro save_x87 ucp
#ifndef SHARED_X87_FLAGS
	fnstsw	UC_FPENV+4(\ucp)
#endif
	fnstcw	UC_FPENV(\ucp)
.endm
// The rest of the environment that is the same every time: where it is, ones above both words, every tag empty. Uses rax.
.macro save_constants ucp
	lea	UC_FPENV(\ucp), %rax
	mov	%rax, UC_FPREGS(\ucp)
	movw	$-1, UC_FPENV+2(\ucp)
#ifndef SHARED_X87_FLAGS
	movw	$-1, UC_FPENV+6(\ucp)
#else
	movl	$0xffff0000, UC_FPENV+4(\ucp)
#endif
	mov	$0xffffffff, %eax
	mov	%rax, UC_FPENV+8(\ucp)
	movq	$0, UC_FPENV+16(\ucp)
.endm

// What a call preserves, its argument registers, and where it returns to. \ucp is rdi itself. Uses rax.
.macro save_registers ucp
	mov	%rbx, UC_RBX(\ucp)
	mov	%rbp, UC_RBP(\ucp)
	mov	%r12, UC_R12(\ucp)
	mov	%r13, UC_R13(\ucp)
	mov	%r14, UC_R14(\ucp)
	mov	%r15, UC_R15(\ucp)
	mov	%rdi, UC_RDI(\ucp)
	mov	%rsi, UC_RSI(\ucp)
	mov	%rdx, UC_RDX(\ucp)
	mov	%rcx, UC_RCX(\ucp)
	mov	%r8, UC_R8(\ucp)
	mov	%r9, UC_R9(\ucp)
	mov	(%rsp), %rax
	mov	%rax, UC_RIP(\ucp)
	lea	8(%rsp), %rax
	mov	%rax, UC_RSP(\ucp)
.endm
