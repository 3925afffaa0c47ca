// riscv: what setcontext and swapcontext have in common, the way into a context.
#pragma once
#include "context.h"

// Everything from the context at a0, then the stack pointer, then the jump. Uses t0 to t2.
.macro resume
#ifdef FLOAT
	lw	t0, UC_FCSR(a0)
	frcsr	t1
	beq	t0, t1, 1f
	fscsr	t0
1:
#endif
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 10, UC_GREGS+2*WORD
	cfi_saved_at 10, 1, UC_GREGS+WORD
	each_saved rules_x
#ifdef FLOAT
	each_saved rules_f
	each_saved load_f
#endif
	load_word t1, UC_GREGS(a0)
	load_word t2, UC_GREGS+2*WORD(a0)
	load_word ra, UC_GREGS+WORD(a0)
	each_saved load_x
	.irp	n, 11, 12, 13, 14, 15, 16, 17, 10
	load_x	\n
	.endr
	.cfi_def_cfa t2, 0
	.cfi_same_value ra
	each_saved same_x
#ifdef FLOAT
	each_saved same_f
#endif
	mv	sp, t2
	jr	t1
.endm

// A pointer that no user address is comes back from the kernel as EFAULT, and is not read before. Uses t1.
.macro go_if_bad_pointer base, label
	li	t1, 0x10000
#if __riscv_xlen == 64
	sub	t1, \base, t1
	bltz	t1, \label
#else
	bltu	\base, t1, \label
#endif
.endm

// To \label with a context at \base that getcontext did not fill, or makecontext could not, before the mask is set: a signal frame's
// mask must come with its registers. Uses t1.
.macro go_if_foreign base, label
#ifndef WITHOUT_MASK
	go_if_bad_pointer \base, .Lordinary
#endif
	load_word t1, UC_MARK(\base)
	addi	t1, t1, -MARK_ORDINARY
	bnez	t1, \label
.endm
