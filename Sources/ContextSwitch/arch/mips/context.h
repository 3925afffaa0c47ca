// mips with the o32 calling convention (System V ABI, MIPS RISC Processor Supplement). What a switch must keep here: s0-s7 ($16-$23),
// sp ($29), s8 ($30, the frame pointer) and ra ($31), and with floating-point registers the even doubles $f20-$f30 and fcsr. That is
// so whether a double is two registers (-mfp32), one (-mfp64), or either (-mfpxx). gp ($28) is each function's own, made from t9
// ($25), in which its caller put its address.
//
// Registers have slots of 64 bits, of which getcontext writes the lower half; FP slots are counted in pairs of registers. A call
// returns to ra, which is stored twice: as the pc and in its own slot. a0-a3 are loaded but not stored; v0 ($2) is 0 when a context
// is resumed. A system call keeps a0-a2 but not the temporaries; it returns in v0, and a3 says whether that is an errno.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/mips/ucontext-offsets.h>

#define SYS_rt_sigprocmask 4195
#define SYS_exit_group     4246
#define SIG_BLOCK          1
#define SIG_SETMASK        3
#define MASK_SIZE          16			// 128 signals

#if defined __mips_hard_float && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT 1
#endif
	.set	nomips16			// C may be compiled for MIPS16; a call changes the mode
#define GREG(n)  UC_GREGS+8*n+UC_LOW
#define FPREG(n) UC_FPREGS+8*(n/2)

// \do \name, its number: for all registers that a call preserves, but sp and ra.
.macro each_saved do
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 30
	\do	\n
	.endr
.endm
.macro each_saved_float do
#ifdef HARD_FLOAT
	.irp	n, 20, 22, 24, 26, 28, 30
	\do	\n
	.endr
#endif
.endm
.macro store_r n
	sw	$\n, GREG(\n)($4)
.endm
.macro store_f n
	s.d	$f\n, FPREG(\n)($4)
.endm

// Registers and FP state into the context at a0. Uses v1.
.macro save_context
	sw	$31, UC_PC+UC_LOW($4)
	store_r	31
	store_r	29
	each_saved store_r
#ifdef HARD_FLOAT
	cfc1	$3, $31
	sw	$3, UC_FCSR($4)
#endif
	each_saved_float store_f
.endm

// The system call returned errno in v0. Only here is a gp needed; it comes from where this is.
.macro fail_with_errno
	negu	$4, $2
	move	$8, $31
	.cfi_register 31, 8
	.set	noreorder
	bal	9f
	nop
9:	.cpload	$31
	.set	reorder
	move	$31, $8
	.cfi_restore 31
	la	$25, HIDDEN(fail)
	jr	$25
.endm
