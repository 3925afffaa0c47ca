// s390x, ELF Application Binary Interface s390x Supplement. What a switch must keep here: r6-r13, r15 (the stack), f8-f15 and the
// FP control word; glibc keeps all general and floating-point registers and the access registers a2-a15. a0 and a1 are the thread
// pointer, stored and never loaded. No call keeps the upper halves of vector registers.
//
// A call returns to r14, and that slot is where a context goes on; the psw is neither written nor read. r2 is stored as 0, the value
// that the resumed getcontext returns. A frame begins with 160 bytes for its callee, so the CFA is r15 + 160.
//
// One LMG loads r0 to r15, so no memory of either context is read after r15 has moved. The unwind tables name the resumed context
// from the first register that is loaded for it.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/s390x/ucontext-offsets.h>

#define SYS_rt_sigprocmask 175
#define SYS_exit_group     248
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8

.macro each_float do
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	\do	\n
	.endr
.endm
.macro store_f n
	std	%f\n, UC_FPRS+8*\n(%r1)
.endm
.macro load_f n
	ld	%f\n, UC_FPRS+8*\n(%r1)
.endm

// Registers and FP state into the context at r1. r2 becomes 0.
.macro save_context
#ifndef FORCE_SOFT_FLOAT
	stfpc	UC_FPC(%r1)
	each_float store_f
#endif
	lghi	%r2, 0
	stam	%a0, %a15, UC_AREGS(%r1)
	stmg	%r0, %r15, UC_GREGS(%r1)
.endm

// Where the resumed context's caller keeps what: f8 to f15 are the DWARF registers 24 to 31, even ones first.
.macro resumed_rules
	.cfi_endproc
	.cfi_startproc
	// DW_CFA_def_cfa_expression: DW_OP_breg1, DW_OP_deref, DW_OP_plus_uconst 160
	.cfi_escape 0x0f, 7, 0x71, ((UC_GREGS+8*15) & 0x7f) | 0x80, (UC_GREGS+8*15) >> 7, 0x06, 0x23, 0xa0, 0x01
	.irp	n, 6, 7, 8, 9, 10, 11, 12, 13, 14
	cfi_saved_at 1, \n, UC_GREGS+8*\n
	.endr
#ifndef FORCE_SOFT_FLOAT
	.irp	n, 0, 1, 2, 3
	cfi_saved_at 1, 24+\n, UC_FPRS+64+16*\n
	cfi_saved_at 1, 28+\n, UC_FPRS+72+16*\n
	.endr
#endif
.endm

// Everything from the context at r1, the stack pointer with the last of it, then the jump.
.macro resume
#ifndef FORCE_SOFT_FLOAT
	efpc	%r0
	cl	%r0, UC_FPC(%r1)
	je	1f
	lfpc	UC_FPC(%r1)
1:	resumed_rules
	each_float load_f
#else
	resumed_rules
#endif
	lam	%a2, %a15, UC_AREGS+8(%r1)
	lmg	%r0, %r15, UC_GREGS(%r1)
	.cfi_def_cfa %r15, 160
	.irp	n, 6, 7, 8, 9, 10, 11, 12, 13, 14
	.cfi_same_value \n
	.endr
#ifndef FORCE_SOFT_FLOAT
	.irp	n, 24, 25, 26, 27, 28, 29, 30, 31
	.cfi_same_value \n
	.endr
#endif
	br	%r14
.endm
