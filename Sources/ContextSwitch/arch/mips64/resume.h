// How a context is resumed, in setcontext and swapcontext.
//
// No memory of either context is read after sp has moved. The unwind tables name the resumed context from the first register that
// is loaded for it: its caller is what its ra slot says.
#pragma once
#include "context.h"

// To unwinders the saved stack pointer is as wide as an address: where that is half of its slot, the lower half.
#if __SIZEOF_POINTER__ == 4 && defined __MIPSEB__
#define SAVED_SP GREG(29)+4
#else
#define SAVED_SP GREG(29)
#endif

.macro load_r n
	ld	$\n, GREG(\n)($2)
.endm
.macro load_f n
	l.d	$f\n, FPREG(\n)($2)
.endm
.macro rules_r n
	cfi_saved_at 2, \n, GREG(\n)
.endm
.macro rules_f n
	cfi_saved_at 2, 32+\n, FPREG(\n)
.endm
.macro same_r n
	.cfi_same_value \n
.endm
.macro same_f n
	.cfi_same_value 32+\n
.endm

// Everything from the context at v0, then the jump, and in its delay slot the stack pointer. Uses v1.
.macro resume
#ifdef HARD_FLOAT
	lw	$3, UC_FCSR($2)
	ctc1	$3, $31
#endif
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 2, SAVED_SP
	cfi_saved_at 2, 31, GREG(31)
	each_saved rules_r
	each_saved_float rules_f
	each_saved_float load_f
	ld	$3, GREG(29)($2)
	ld	$25, UC_PC($2)
	load_r	31
	each_saved load_r
	.irp	n, 4, 5, 6, 7, 8, 9, 10, 11
	load_r	\n
	.endr
	.cfi_def_cfa 3, 0
	.cfi_same_value 31
	each_saved same_r
	each_saved_float same_f
	move	$2, $0
	.set	noreorder
	jr	$25
	move	$29, $3
	.set	reorder
.endm
