// ppc: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "vectors.h"

// Everything from the context at r3, then the stack pointer, then the jump. lr is DWARF's register 65, f0 its 32.
.macro resume vectors=1
	lwz	%r12, UC_REGS(%r3)
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 12, 4
	cfi_saved_at 12, 65, MC_NIP
	.irp	n, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	cfi_saved_at 12, \n, 4*\n
#ifndef SOFT_FLOAT
	cfi_saved_at 12, 32+\n, MC_FPREGS+8*\n
#endif
	.endr
	restore_fp \vectors
	lwz	%r0, MC_LINK(%r12)
	mtlr	%r0
	lwz	%r0, MC_XER(%r12)
	mtxer	%r0
	lwz	%r0, MC_CCR(%r12)
	mtcr	%r0
	lwz	%r0, MC_NIP(%r12)
	mtctr	%r0
	.irp	n, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	lwz	%r\n, 4*\n(%r12)
	.endr
	lwz	%r0, 4(%r12)
	lwz	%r12, 48(%r12)
	.cfi_def_cfa 0, 0
	.cfi_register 65, 66			// ctr
	.irp	n, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	.cfi_same_value \n
	.cfi_same_value 32+\n
	.endr
	mr	%r1, %r0
	.cfi_def_cfa 1, 0
	bctr
.endm
