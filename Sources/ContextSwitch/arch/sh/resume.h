// sh: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"

.macro each_float_up
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	fmov	@r0+, fr\n
	.endr
.endm

// Everything from the context at r3, then the jump, with the stack pointer in its delay slot. An unwinder sees the resumed context
// from here on; pr is DWARF's register 17, fr0 its 25.
.macro resume
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 3, UC_GREGS+4*15
	cfi_saved_at 3, 17, UC_PC+4 // pr
	.irp	n, 8, 9, 10, 11, 12, 13, 14
	cfi_saved_at 3, \n, UC_GREGS+4*\n
	.endr
#ifdef HARD_FLOAT
	.irp	n, 12, 13, 14, 15
	cfi_saved_at 3, 25+\n, UC_FPREGS+4*\n
	.endr
	mov	#0, r0
	lds	r0, fpscr
	mov	r3, r0
	add	#UC_FPREGS, r0
	each_float_up
	frchg
	each_float_up
	frchg
	lds.l	@r0+, fpscr
	lds.l	@r0+, fpul
#endif
	mov	r3, r0
	add	#UC_PC, r0
	mov.l	@r0+, r1
	lds.l	@r0+, pr
	mov.l	@r0+, r2
	shlr	r2				// the T bit; nothing from here on changes it
	add	#4, r0				// not gbr
	lds.l	@r0+, mach
	lds.l	@r0+, macl
	mov	r3, r0
	add	#UC_GREGS+4*8, r0
	.irp	n, 8, 9, 10, 11, 12, 13, 14
	mov.l	@r0+, r\n
	.endr
	mov.l	@r0+, r2
	.irp	n, 0, 4, 5, 6, 7
	mov.l	@(UC_GREGS+4*\n, r3), r\n
	.endr
	.cfi_def_cfa r2, 0
	.cfi_same_value pr
	.irp	n, 8, 9, 10, 11, 12, 13, 14, 37, 38, 39, 40
	.cfi_same_value \n
	.endr
	jmp	@r1
	mov	r2, r15
.endm
