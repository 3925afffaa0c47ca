// mips with the n64 and n32 calling conventions (MIPSpro N32 ABI Handbook). What a switch must keep here: s0-s7 ($16-$23), gp ($28),
// sp ($29), s8 ($30, the frame pointer) and ra ($31), and with floating-point registers fcsr and $f24-$f31 (n64) or the even of
// $f20-$f30 (n32). Each function makes its own gp, from t9 ($25), in which its caller put its address.
//
// Registers have 64 bits on both; n32 has pointers of 32. A call returns to ra, which is stored twice: as the pc and in its own slot.
// a0-a7 ($4-$11) are loaded but not stored; v0 ($2) is 0 when a context is resumed. A system call keeps a0-a2 but not the temporaries;
// it returns in v0, and a3 says whether that is an errno.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/mips64/ucontext-offsets.h>

#if __SIZEOF_POINTER__ == 4
#define SYSTEM_CALLS 6000
#define add_address_constant addiu
#define add_address          addu
#define load_address         la
#else
#define SYSTEM_CALLS 5000
#define add_address_constant daddiu
#define add_address          daddu
#define load_address         dla
#endif
#define SYS_rt_sigprocmask (SYSTEM_CALLS+14)
#define SYS_exit_group     (SYSTEM_CALLS+205)
#define SIG_BLOCK          1
#define SIG_SETMASK        3
#define MASK_SIZE          16			// 128 signals

#if defined __mips_hard_float && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT 1
#endif
#define GREG(n)  UC_GREGS+8*n
#define FPREG(n) UC_FPREGS+8*n

// \do \name, its number: for all registers that a call preserves, but sp and ra.
.macro each_saved do
	.irp	n, 16, 17, 18, 19, 20, 21, 22, 23, 28, 30
	\do	\n
	.endr
.endm
.macro each_saved_float do
#ifdef HARD_FLOAT
#if __SIZEOF_POINTER__ == 4
	.irp	n, 20, 22, 24, 26, 28, 30
#else
	.irp	n, 24, 25, 26, 27, 28, 29, 30, 31
#endif
	\do	\n
	.endr
#endif
.endm
.macro store_r n
	sd	$\n, GREG(\n)($4)
.endm
.macro store_f n
	s.d	$f\n, FPREG(\n)($4)
.endm

// Registers and FP state into the context at a0. Uses v1.
.macro save_context
	sd	$31, UC_PC($4)
	store_r	31
	store_r	29
	each_saved store_r
#ifdef HARD_FLOAT
	cfc1	$3, $31
	sw	$3, UC_FCSR($4)
#endif
	each_saved_float store_f
.endm

// This library's gp, where \register has the address of \label.
.macro make_gp register, label
	lui	$28, %hi(%neg(%gp_rel(\label)))
	addiu	$28, $28, %lo(%neg(%gp_rel(\label)))
	add_address $28, $28, \register
.endm

// The system call returned errno in v0. Only here is a gp needed; it comes from where this is.
.macro fail_with_errno
	negu	$4, $2
	move	$8, $31
	.cfi_register 31, 8
	move	$9, $28
	.cfi_register 28, 9
	.set	noreorder
	bal	.Lhere
	nop
	.set	reorder
.Lhere:	make_gp	$31, .Lhere
	load_address $25, HIDDEN(fail)
	move	$28, $9
	.cfi_restore 28
	.set	noreorder
	jr	$25
	move	$31, $8
	.set	reorder
	.cfi_restore 31
.endm
