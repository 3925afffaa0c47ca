// x86_64: the FP control words and exception flags of a context.
//
// FNSTENV and FLDENV cost more than all the rest, so they are not on the common path. Saving writes the image that FNSTENV would
// write, with an empty tag word and without the pointers to the last x87 instruction; resuming compares and loads what differs.
//
// Reading exception flags, FNSTSW's as well as STMXCSR's, waits until all earlier instructions are done, and the two wait one after
// the other: on Zen 5 that is half of a switch. So they stand as far apart as they can, and what was just read of MXCSR is not
// compared: LDMXCSR costs less than the wait for the comparison. The psABI lets a call change the flags, glibc's swap keeps them;
// built with X87_FLAGS=no, contexts share x87's (not SSE's, not the control words), which saves one of the two waits.
//
// Measured on Zen 5, in clocks of the time stamp counter, of 20 for a switch: FNSTSW 8, STMXCSR 8, both 16.5, without both 10, without
// any check 19. XGETBV (is x87 in use?) 29, FNSTSW into ax 10.5, FXSAVE 46, XSAVE of x87 alone 78; STMXCSR before FNSTSW costs 5 more.
// The rest is a matter of how many instructions there are: each eight are one clock of the processor.
#pragma once

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

// The FP control words and exception flags of the context at \base. x87's are loaded only where they differ from the present ones,
// which were just stored at \control and \status. Uses rax.
.macro restore_fp base, control, status
	ldmxcsr	UC_MXCSR(\base)
#ifndef SHARED_X87_FLAGS
	movzbl	\status, %eax			// X87_EXCEPTIONS
	cmp	UC_FPENV+4(\base), %al
	jne	.Lx87_flags_differ
#endif
	movzwl	\control, %eax
	cmp	UC_FPENV(\base), %ax
	jne	.Lx87_control_differs
.Lx87_is_right:
.endm

// Out of the common path, behind `resume`, with an FDE of its own: the stack is still the caller's. Nothing here may let a pending
// exception of the context that is left trap: FLDCW and FLDENV would, so the flags go first. Where x87's flags are shared, they are
// lost here.
.macro restore_fp_slowly base
	.cfi_endproc
	.cfi_startproc
#ifndef SHARED_X87_FLAGS
.Lx87_control_differs:				// the flags are the same
	testb	$X87_EXCEPTIONS, UC_FPENV+4(\base)
	je	1f
.Lx87_flags_differ:
	fnclex
	testb	$X87_EXCEPTIONS, UC_FPENV+4(\base)
	je	1f
	load_x87 UC_FPENV(\base), UC_FPENV+4(\base)
	jmp	.Lx87_is_right
#else
.Lx87_control_differs:
	fnclex
#endif
1:	fldcw	UC_FPENV(\base)
	jmp	.Lx87_is_right
.endm

// The control word and flags from memory, the rest of the environment from the FPU: its stack is empty, whatever a context says.
.macro load_x87 control, status
	fnstenv	-40(%rsp)
	mov	\status, %al
	mov	%al, -36(%rsp)
	mov	\control, %ax
	mov	%ax, -40(%rsp)
	fldenv	-40(%rsp)
.endm
