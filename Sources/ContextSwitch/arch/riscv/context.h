// riscv64 and riscv32, RISC-V ELF psABI. What a switch must keep here: s0-s11 (x8, x9, x18-x27), sp, and where the ABI passes
// floating point in registers fs0-fs11 (f8, f9, f18-f27) and fcsr. gp and tp are the process's and the thread's; vectors die at calls.
// A call returns to ra, and getcontext stores it twice: in slot 0, the pc, and in slot 1, ra's own. a0-a7 are loaded but only a0 is
// stored, as 0, the value that the resumed getcontext returns.
//
// No memory of either context is read after sp has moved. The unwind tables name the resumed context from the first register that
// is loaded for it: its caller is what its ra slot says.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/riscv/ucontext-offsets.h>

#define SYS_rt_sigaction   134
#define SYS_rt_sigprocmask 135
#define SYS_rt_sigreturn   139
#define SYS_exit_group     94
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define ENOMEM             12
#define EFAULT             14

#define EINVAL             22

#if __riscv_xlen == 64
#define WORD 8
#define store_word sd
#define load_word  ld
#else
#define WORD 4
#define store_word sw
#define load_word  lw
#endif
// Floating point as wide as the ABI passes it in registers.
#if defined FORCE_SOFT_FLOAT || defined __riscv_float_abi_soft
#elif defined __riscv_float_abi_single
#define FLOAT 4
#define UC_FCSR UC_FCSR_SINGLE
#define store_float fsw
#define load_float  flw
#else
#define FLOAT 8
#define UC_FCSR UC_FCSR_DOUBLE
#define store_float fsd
#define load_float  fld
#endif

// \do \name, its number: for all registers that a call preserves.
.macro each_saved do
	.irp	n, 8, 9, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27
	\do	\n
	.endr
.endm
.macro store_x n
	store_word x\n, UC_GREGS+WORD*\n(a0)
.endm
.macro load_x n
	load_word x\n, UC_GREGS+WORD*\n(a0)
.endm
.macro store_f n
	store_float f\n, UC_FPREGS+FLOAT*\n(a0)
.endm
.macro load_f n
	load_float f\n, UC_FPREGS+FLOAT*\n(a0)
.endm
.macro rules_x n
	cfi_saved_at 10, \n, UC_GREGS+WORD*\n
.endm
.macro rules_f n
	cfi_saved_at 10, 32+\n, UC_FPREGS+FLOAT*\n
.endm
.macro same_x n
	.cfi_same_value \n
.endm
.macro same_f n
	.cfi_same_value 32+\n
.endm

// Registers and FP state into the context at a0. Uses t0.
.macro save_context
	store_word ra, UC_GREGS(a0)
	store_word ra, UC_GREGS+WORD(a0)
	store_word sp, UC_GREGS+2*WORD(a0)
	store_word zero, UC_GREGS+10*WORD(a0)
	li	t0, MARK_ORDINARY
	store_word t0, UC_MARK(a0)
	each_saved store_x
#ifdef FLOAT
	frcsr	t0
	sw	t0, UC_FCSR(a0)
	each_saved store_f
#endif
.endm
