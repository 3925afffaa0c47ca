// ppc, System V ABI, PowerPC Processor Supplement (32 bits). What a switch must keep here: r1 (the stack), r14-r31, cr2-cr4, f14-f31,
// FPSCR, and with AltiVec v20-v31 and vrsave. r2 is the thread pointer, stored and never loaded.
//
// A call returns to lr, stored as that and as nip, where a context goes on by ctr. r3 is stored as 0, the value that the resumed
// getcontext returns. The registers lie where uc_regs points; that vectors are among them is said by a bit of msr, as in the kernel.
//
// glibc leaves all of this to the kernel's swapcontext system call. Here it is the mask alone that the kernel is asked for: contexts
// that the kernel wrote and those written here are resumed alike, and programs whose filters forbid that call run.
//
// No memory of either context is read after r1 has moved. The unwind tables name the resumed context from the first register that
// is loaded for it; they leave the vectors and cr out.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/ppc/ucontext-offsets.h>
	.machine "any"

#define SYS_rt_sigprocmask 174
#define SYS_exit_group     234
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define MSR_VEC_UPPER      0x200	/* the bit is in msr's upper half */
#define HWCAP_ALTIVEC_UPPER 0x1000	/* PPC_FEATURE_HAS_ALTIVEC */

#if defined FORCE_SOFT_FLOAT || defined _SOFT_FLOAT || defined __NO_FPRS__
#define SOFT_FLOAT 1
#endif

// A frame in which r3 and r4 wait; `leave` finds r3 in r9 and r4 in r10, and keeps cr.
.macro enter
	stwu	%r1, -16(%r1)
	.cfi_adjust_cfa_offset 16
	stw	%r3, 8(%r1)
	stw	%r4, 12(%r1)
.endm
.macro leave
	lwz	%r9, 8(%r1)
	lwz	%r10, 12(%r1)
	addi	%r1, %r1, 16
	.cfi_adjust_cfa_offset -16
.endm

// The mask's system call with r4 and r5. cr's summary overflow bit says that it failed, with the error in r3.
.macro change_mask how
	li	%r3, \how
	li	%r6, MASK_SIZE
	li	%r0, SYS_rt_sigprocmask
	sc
.endm
.macro report_failure
	neg	%r3, %r3
	b	HIDDEN(fail)
.endm

// Registers into the context at r3, with r12 at their place. Uses r0.
.macro save_registers
	addi	%r12, %r3, UC_REG_SPACE
	clrrwi	%r12, %r12, 4
	stw	%r12, UC_REGS(%r3)
	.irp	n, 0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	stw	%r\n, 4*\n(%r12)
	.endr
	mflr	%r0
	stw	%r0, MC_LINK(%r12)
	stw	%r0, MC_NIP(%r12)
	mfctr	%r0
	stw	%r0, MC_CTR(%r12)
	mfxer	%r0
	stw	%r0, MC_XER(%r12)
	mfcr	%r0
	stw	%r0, MC_CCR(%r12)
	li	%r0, 0
	stw	%r0, 12(%r12)
	stw	%r0, MC_MSR(%r12)
	stw	%r0, MC_RESULT(%r12)
.endm
