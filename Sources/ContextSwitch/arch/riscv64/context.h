// riscv64, RISC-V ELF psABI. What a switch must keep here: s0-s11 (x8, x9, x18-x27), sp, and where the ABI passes floating point in
// registers fs0-fs11 (f8, f9, f18-f27) and fcsr. gp and tp are the process's and the thread's, and no call keeps vector registers.
//
// A call returns to ra, and getcontext stores it twice: in slot 0, the pc, and in slot 1, ra's own. a0-a7 are loaded but only a0 is
// stored, as 0, the value that the resumed getcontext returns.
//
// No memory of either context is read after sp has moved. The unwind tables name the resumed context from the first register that
// is loaded for it: its caller is what its ra slot says.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/riscv64/ucontext-offsets.h>

#define SYS_rt_sigprocmask 135
#define SYS_exit_group     94
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8

#ifdef __riscv_float_abi_double
#define HARD_FLOAT 1
#endif

// \do \name, its number: for all registers that a call preserves.
.macro each_saved do
	.irp	n, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27
	\do	\n
	.endr
.endm
.macro store_x n
	sd	x\n, UC_GREGS+8*\n(a0)
.endm
.macro load_x n
	ld	x\n, UC_GREGS+8*\n(a0)
.endm
.macro store_f n
	fsd	f\n, UC_FPREGS+8*\n(a0)
.endm
.macro load_f n
	fld	f\n, UC_FPREGS+8*\n(a0)
.endm
.macro rules_x n
	cfi_saved_at 10, \n, UC_GREGS+8*\n
.endm
.macro rules_f n
	cfi_saved_at 10, 32+\n, UC_FPREGS+8*\n
.endm
.macro same_x n
	.cfi_same_value \n
.endm
.macro same_f n
	.cfi_same_value 32+\n
.endm

// Registers and FP state into the context at a0. Uses t0.
.macro save_context
	sd	ra, UC_GREGS(a0)
	sd	ra, UC_GREGS+8(a0)
	sd	sp, UC_GREGS+16(a0)
	sd	zero, UC_GREGS+80(a0)
	each_saved store_x
#ifdef HARD_FLOAT
	frcsr	t0
	sw	t0, UC_FCSR(a0)
	each_saved store_f
#endif
.endm

// Everything from the context at a0, then the stack pointer, then the jump. Uses t0 to t2.
.macro resume
#ifdef HARD_FLOAT
	lw	t0, UC_FCSR(a0)
	frcsr	t1
	beq	t0, t1, 1f
	fscsr	t0
1:
#endif
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 10, UC_GREGS+16
	cfi_saved_at 10, 1, UC_GREGS+8
	each_saved rules_x
#ifdef HARD_FLOAT
	each_saved rules_f
	each_saved load_f
#endif
	ld	t1, UC_GREGS(a0)
	ld	t2, UC_GREGS+16(a0)
	ld	ra, UC_GREGS+8(a0)
	each_saved load_x
	.irp	n, 11, 12, 13, 14, 15, 16, 17, 10
	load_x	\n
	.endr
	.cfi_def_cfa t2, 0
	.cfi_same_value ra
	each_saved same_x
#ifdef HARD_FLOAT
	each_saved same_f
#endif
	mv	sp, t2
	jr	t1
.endm
