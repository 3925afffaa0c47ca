// hppa, PA-RISC 32-bit Runtime Architecture Document. What a switch must keep here: r3-r18, sp (r30), fr12-fr21 and fpsr (in fr0); as
// in glibc also dp (r27), the shift amount register and r19, the pointer to the library's own data. Stacks grow upwards.
//
// A call returns to rp (r2). glibc's getcontext stores it in the slot of r0, in the slot of r2 the address of a function of its own
// that resumes; here both slots hold rp, and resuming jumps to what the slot of r2 says. A function pointer may be the address of a
// descriptor, an address and an r19, marked by the bit of value 2. glibc's getcontext sets uc_stack to an empty stack at sp, its
// makecontext takes that where the program sets no other, and its swapcontext spoils the stack that the program set: not so here.
//
// A system call keeps the argument registers that it uses, and may change rp and r19.
//
// No memory of either context is read after sp has moved. The unwind tables name the resumed context from the first register that
// is loaded for it: its caller is what the slot of r0 says.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/hppa/ucontext-offsets.h>

#define SYS_rt_sigprocmask 175
#define SYS_exit_group     222
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8

// \do with the number of each register that a call preserves.
.macro each_saved do
	.irp	n, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18
	\do	\n
	.endr
.endm
.macro load n
	ldw	UC_GR+4*\n(%r26), %r\n
.endm
.macro rule n
	cfi_saved_at 26, \n, UC_GR+4*\n
.endm
.macro same n
	.cfi_same_value \n
.endm
// The halves of fr12 to fr21 are the unwinder's registers 48 to 67.
.macro each_saved_float_half do
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19
	\do	\n
	.endr
.endm
.macro rule_float n
	cfi_saved_at 26, 48+\n, UC_FR+8*12+4*\n
.endm
.macro same_float n
	.cfi_same_value 48+\n
.endm

.macro kernel number
	ble	0x100(%sr2, %r0)
	ldi	\number, %r20
.endm

// Registers and FP state into the context at r26. Changes r1.
.macro save_context
	.irp	n, 1,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
	stw	%r\n, UC_GR+4*\n(%r26)
	.endr
	stw	%r2, UC_GR(%r26)
	stw	%r2, UC_GR+4*2(%r26)
	.irp	offset, UC_FLAGS, UC_SC_FLAGS, UC_IASQ, UC_IASQ+4, UC_IAOQ, UC_IAOQ+4
	stw	%r0, \offset(%r26)
	.endr
	mfctl	%cr11, %r1
	stw	%r1, UC_SAR(%r26)
	ldo	UC_FR(%r26), %r1
	.irp	n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
	fstds,ma %fr\n, 8(%r1)
	.endr
.endm

// Everything from the context at r26, then the jump, with the stack pointer in its delay slot. Uses r1 and r31.
.macro resume
	ldw	UC_SAR(%r26), %r1
	mtctl	%r1, %cr11
	ldo	UC_FR(%r26), %r1
	fldds	0(%r1), %fr0
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 26, UC_GR+4*30
	cfi_saved_at 26, 2, UC_GR
	each_saved rule
	each_saved_float_half rule_float
	ldo	UC_FR+8*4(%r26), %r1
	.irp	n, 4, 5, 6, 7
	fldds,ma 8(%r1), %fr\n
	.endr
	ldo	UC_FR+8*12(%r26), %r1
	.irp	n, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21
	fldds,ma 8(%r1), %fr\n
	.endr
	ldw	UC_GR+4*2(%r26), %r1
	ldw	UC_GR+4*30(%r26), %r31
	ldw	UC_GR(%r26), %r2
	each_saved load
	.irp	n, 19, 23, 24, 25, 27, 26
	load	\n
	.endr
	.cfi_def_cfa 31, 0
	same	2
	each_saved same
	each_saved_float_half same_float
	ldi	0, %r28
	bv	%r0(%r1)
	copy	%r31, %r30
.endm
