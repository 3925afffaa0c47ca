// alpha, Calling Standard for Alpha Systems. What a switch must keep here: s0-s6 ($9-$15), sp ($30), $f2-$f9 and fpcr.
//
// A call returns to ra ($26), from which the caller then computes its gp ($29): getcontext stores ra twice, as the pc and in ra's
// slot. A function is called by pv ($27), from which it computes its own gp. ucontext_t has the kernel's signal frame inside, and
// glibc's getcontext stores every register there, v0 ($0) as 0: the value that the resumed getcontext returns. glibc resumes by the
// system call sigreturn, which loads every register; here those that a call preserves, passes or returns are loaded, unless the
// context is a signal handler's (frame.h). The mask is in three places; resuming reads uc_sigmask.
// A system call keeps the argument registers a0-a2 ($16-$18); a3 tells whether it failed, and v0 is then errno, positive.
//
// No memory of either context is read after sp has moved. The unwind tables name the resumed context from the first register that
// is loaded for it: its caller is what its ra slot says.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/alpha/ucontext-offsets.h>

#define SYS_rt_sigprocmask 353
#define SYS_exit_group     405
#define SIG_BLOCK          1
#define SIG_SETMASK        3
#define MASK_SIZE          8
#define USER_MODE          8 // ps as the kernel shows it

	.set	noat
// Neither name of the function needs pv.
#define without_pv(name) .usepv PUBLIC(name), no; .usepv HIDDEN(name), no
// \do with the number of each register that a call preserves.
.macro each_saved do
	.irp	n, 9, 10, 11, 12, 13, 14, 15
	\do	\n
	.endr
.endm
.macro each_saved_float do
	.irp	n, 2, 3, 4, 5, 6, 7, 8, 9
	\do	\n
	.endr
.endm
.macro load n
	ldq	$\n, UC_REGS+8*\n($16)
.endm
.macro load_float n
	ldt	$f\n, UC_FPREGS+8*\n($16)
.endm
.macro rule n
	cfi_saved_at 16, \n, UC_REGS+8*\n
.endm
.macro rule_float n
	cfi_saved_at 16, 32+\n, UC_FPREGS+8*\n
.endm
.macro same n
	.cfi_same_value \n
.endm
.macro same_float n
	.cfi_same_value 32+\n
.endm

// Registers and FP state into the context at a0, and every slot that glibc fills. Changes $0 and $f0.
.macro save_context
	stq	$31, UC_REGS($16)
	.irp	n, 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
	stq	$\n, UC_REGS+8*\n($16)
	.endr
	stq	$26, UC_PC($16)
	lda	$0, USER_MODE
	stq	$0, UC_PS($16)
	.irp	n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
	stt	$f\n, UC_FPREGS+8*\n($16)
	.endr
	excb
	mf_fpcr	$f0
	stt	$f0, UC_FPCR($16)
.endm

// The mask that the kernel has stored in uc_sigmask of the context at \at also goes where else glibc keeps it. Changes $0.
.macro copy_mask at
	ldq	$0, UC_SIGMASK(\at)
	stq	$0, UC_MASK(\at)
	stq	$0, UC_OSF_SIGMASK(\at)
	.irp	n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	stq	$31, UC_SIGMASK+8*\n(\at)
	.endr
.endm

// Everything from the context at a0, then the stack pointer, then the jump. Uses $28 and $22.
.macro resume
	ldt	$f0, UC_FPCR($16)
	excb
	mt_fpcr	$f0
	excb
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 16, UC_REGS+8*30
	rule	26
	each_saved rule
	each_saved_float rule_float
	each_saved_float load_float
	.irp	n, 0, 16, 17, 18, 19, 20, 21
	load_float \n
	.endr
	ldq	$28, UC_PC($16)
	ldq	$22, UC_REGS+8*30($16)
	load	26
	each_saved load
	.irp	n, 0, 17, 18, 19, 20, 21, 27, 29, 16
	load	\n
	.endr
	.cfi_def_cfa 22, 0
	same	26
	each_saved same
	each_saved_float same_float
	mov	$22, $30
	jmp	$31, ($28), 0
.endm

// The system call failed with errno in v0: its negative goes to HIDDEN(fail), whose gp is this object's.
.macro failed
	br	$27, 9f
9:	ldgp	$29, 0($27)
	negq	$0, $16
	br	$31, HIDDEN(fail) !samegp
.endm
