// ppc64: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "vectors.h"

// Everything from the context at r3, then the stack pointer, then the jump. lr is DWARF's register 65, f0 its 32.
.macro resume vectors=1
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 3, UC_GP_REGS+8
	cfi_saved_at 3, 65, UC_NIP
	.irp	n, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	cfi_saved_at 3, \n, UC_GP_REGS+8*\n
	cfi_saved_at 3, 32+\n, UC_FP_REGS+8*\n
	.endr
	restore_fp \vectors
	ld	%r0, UC_LINK_REG(%r3)
	mtlr	%r0
	ld	%r0, UC_XER(%r3)
	mtxer	%r0
	ld	%r0, UC_CCR(%r3)
	mtcr	%r0
	ld	%r0, UC_NIP(%r3)
	mtctr	%r0
	.irp	n, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	ld	%r\n, UC_GP_REGS+8*\n(%r3)
	.endr
	ld	%r0, UC_GP_REGS+8(%r3)
	ld	%r3, UC_GP_REGS+24(%r3)
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
