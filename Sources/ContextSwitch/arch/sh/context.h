// sh (SH-3 and SH-4), SuperH Linux ABI. What a switch must keep here: r8-r14, r15 (the stack), fr12-fr15 and FPSCR; glibc keeps all
// of both floating-point banks, FPUL, MACH, MACL and the T bit. gbr is the thread pointer, stored and never loaded.
//
// A call returns to pr, and getcontext stores it twice: as pc, where to resume, and as pr. r0 is stored as 0, the value that the
// resumed getcontext returns. Resuming needs two registers that no call keeps, r1 and r2; glibc loads these as well, from nothing.
//
// Offsets reach 60 bytes, so most places are reached by counting a pointer up or down. The banks are moved in single precision.
// The stack pointer moves in the jump's delay slot: no memory of either context is read after it. The unwind tables name the
// resumed context from the first register that is loaded for it.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/sh/ucontext-offsets.h>

#define SYS_rt_sigprocmask 175
#define SYS_exit_group     252
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define TRAP_4             0x14		/* a system call with four arguments */

#if defined __SH_FPU_ANY__ && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT 1
#endif

// \register = a number from 128 to 255.
.macro load_byte number, register
	mov	#(\number) - 256, \register
	extu.b	\register, \register
.endm

// Goes to, or calls, a function anywhere in this library.
.macro go how, target
	mov.l	98f, r1
	\how	r1
	nop
97:	bra	99f
	nop
	.balign	4
98:	.long	\target - 97b
99:
.endm

// Registers and FP state into the context at r4, and the T bit that is in r0. Uses r0 and r1.
.macro save_context
	.irp	n, 1, 2, 3, 4, 5, 6, 7
	mov.l	r\n, @(UC_GREGS+4*\n, r4)
	.endr
	mov	r0, r1
	mov	#0, r0
	mov.l	r0, @(UC_GREGS, r4)
	mov	r4, r0
	add	#UC_MACL+4, r0
	sts.l	macl, @-r0
	sts.l	mach, @-r0
	stc.l	gbr, @-r0
	mov.l	r1, @-r0
	sts.l	pr, @-r0
	sts.l	pr, @-r0
	.irp	n, 15, 14, 13, 12, 11, 10, 9, 8
	mov.l	r\n, @-r0
	.endr
#ifdef HARD_FLOAT
	mov	r4, r0
	add	#UC_OWNEDFP/2, r0
	add	#UC_OWNEDFP/2, r0
	sts.l	fpul, @-r0
	sts.l	fpscr, @-r0
	mov	#0, r1
	lds	r1, fpscr
	frchg
	each_float_down
	frchg
	each_float_down
	mov	r4, r0
	add	#UC_FPSCR/2, r0
	add	#UC_FPSCR/2, r0
	lds.l	@r0+, fpscr
#endif
.endm
.macro each_float_down
	.irp	n, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0
	fmov	fr\n, @-r0
	.endr
.endm
