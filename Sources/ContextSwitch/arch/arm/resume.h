// arm: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"

// DW_CFA_expression for d8 to d15, whose DWARF numbers from 264 on take two bytes: at r0 + offset.
.macro cfi_d_saved_at n, offset
	.cfi_escape 0x10, 0x80 + \n, 2, 3, 0x70, ((\offset) & 0x7f) | 0x80, (\offset) >> 7
.endm

// FP state of the context at r0, which stays there. An unwinder sees the resumed context from here on.
.macro restore_fp
#ifdef HARD_FLOAT
	add	r2, r0, #UC_REGSPACE
	ldr	r3, [r2, #64]
	vmrs	ip, fpscr
	cmp	r3, ip
	vmsrne	fpscr, r3
	resumed_rules
	vldmia	r2, {d8-d15}
#else
	get_hwcap
	add	r2, r0, #UC_REGSPACE
	resumed_rules
	tst	r3, #HWCAP_VFP
	beq	1f
	vldmia	r2!, {d8-d15}
	ldr	ip, [r2], #4
	vmsr	fpscr, ip
1:	tst	r3, #HWCAP_IWMMXT
	beq	1f
	.irp	n, 10, 11, 12, 13, 14, 15
	ldcl	p1, cr\n, [r2], #8
	.endr
1:
#endif
.endm

.macro resumed_rules
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 0, UC_SP
	.irp	n, 4, 5, 6, 7, 8, 9, 10, 11
	cfi_saved_at 0, \n, UC_R4+4*(\n-4)
	.endr
	cfi_saved_at 0, 14, UC_PC
#ifdef HARD_FLOAT
	.irp	n, 8, 9, 10, 11, 12, 13, 14, 15
	cfi_d_saved_at \n, UC_REGSPACE+8*(\n-8)
	.endr
#endif
.endm

// Everything from the context at r0; sp, lr and pc by one instruction, last.
.macro resume
	restore_fp
	add	ip, r0, #UC_SP
	add	lr, r0, #UC_R4
	ldm	lr, {r4-r11}
	add	lr, r0, #UC_R0
	ldm	lr, {r0-r3}
	cfi_cfa_saved_at 12, 0
	cfi_saved_at 12, 14, UC_PC-UC_SP
	.irp	n, 4, 5, 6, 7, 8, 9, 10, 11
	.cfi_same_value \n
	.endr
#ifdef HARD_FLOAT
	.irp	n, 8, 9, 10, 11, 12, 13, 14, 15
	.cfi_escape 0x08, 0x80 + \n, 2		// DW_CFA_same_value
	.endr
#endif
	ldm	ip, {sp, lr, pc}
.endm
