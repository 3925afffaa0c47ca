// loongarch64, LoongArch ELF psABI (lp64d, lp64f, lp64s). What a switch must keep here: sp, fp (r22), s0-s8 (r23-r31), and where the
// ABI passes floating point in registers fs0-fs7 (f24-f31) and fcsr0; glibc also keeps r21, which the psABI reserves. tp is the
// thread's, and no call keeps vector registers beyond the 64 bits that are f24-f31.
//
// glibc's ucontext_t has no place for floating point, and glibc does not keep it. Here it lies in the slots of t0-t8, which glibc's
// functions neither write nor read: the registers hold nothing at a call, so whoever looks at the slots (a debugger, a collector,
// the kernel at the end of a signal handler) loses nothing. A magic word beside fcsr says that they were stored. Contexts from
// elsewhere, a signal handler's for one, lack it and keep the FP state that they find, as with glibc. uc_sigmask's unused bytes
// would be worse: sigemptyset clears them, and a program that sets the mask of a context would lose the FP state.
//
// A call returns to ra, and getcontext stores it twice: as the pc and in ra's slot. a0-a7 are loaded but only a0 is stored, as 0,
// the value that the resumed getcontext returns. A system call keeps a1-a7 but not t0-t8.
//
// No memory of either context is read after sp has moved. The unwind tables name the resumed context from the first register that
// is loaded for it: its caller is what its ra slot says.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/loongarch64/ucontext-offsets.h>

#define SYS_rt_sigprocmask 135
#define SYS_exit_group     94
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8

#if __loongarch_frlen == 64 && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT d
#elif __loongarch_frlen == 32 && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT s
#endif

// \do \name, its number: for all registers that a call preserves.
.macro each_saved do
	.irp	n, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	\do	\n
	.endr
.endm
.macro each_saved_float do
	.irp	n, 24, 25, 26, 27, 28, 29, 30, 31
	\do	\n
	.endr
.endm
.macro store_r n
	st.d	$r\n, $a0, UC_GREGS+8*\n
.endm
.macro load_r n
	ld.d	$r\n, $a0, UC_GREGS+8*\n
.endm
.macro store_f n
	CONTEXT_PASTE(fst., HARD_FLOAT) $f\n, $a0, UC_FP+8*(\n-24)
.endm
.macro load_f n
	CONTEXT_PASTE(fld., HARD_FLOAT) $f\n, $a0, UC_FP+8*(\n-24)
.endm
.macro rules_r n
	cfi_saved_at 4, \n, UC_GREGS+8*\n
.endm
.macro rules_f n
	cfi_saved_at 4, 32+\n, UC_FP+8*(\n-24)
.endm
.macro same_r n
	.cfi_same_value \n
.endm
.macro same_f n
	.cfi_same_value 32+\n
.endm

// Registers and FP state into the context at a0. Uses t0.
.macro save_context
	st.d	$ra, $a0, UC_PC
	st.d	$ra, $a0, UC_GREGS+8
	st.d	$sp, $a0, UC_GREGS+24
	st.d	$zero, $a0, UC_GREGS+32
	each_saved store_r
#ifdef HARD_FLOAT
	each_saved_float store_f
	movfcsr2gr $t0, $fcsr0
	st.w	$t0, $a0, UC_FCSR
	li.w	$t0, UC_FP_MAGIC
	st.w	$t0, $a0, UC_FP_VALID
#endif
.endm

// From here on, the rules are those of the context at a0.
.macro resumed_rules
	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 4, UC_GREGS+24
	cfi_saved_at 4, 1, UC_GREGS+8
	each_saved rules_r
.endm

// Everything from the context at a0, then the stack pointer, then the jump. Uses t0 to t2.
.macro resume
#ifdef HARD_FLOAT
	ld.w	$t0, $a0, UC_FP_VALID
	li.w	$t1, UC_FP_MAGIC
	bne	$t0, $t1, 2f
	ld.w	$t0, $a0, UC_FCSR
	movfcsr2gr $t1, $fcsr0
	beq	$t0, $t1, 1f
	movgr2fcsr $fcsr0, $t0
1:	resumed_rules
	each_saved_float rules_f
	each_saved_float load_f
#endif
2:	resumed_rules
	ld.d	$t1, $a0, UC_PC
	ld.d	$t2, $a0, UC_GREGS+24
	ld.d	$ra, $a0, UC_GREGS+8
	each_saved load_r
	.irp	n, 5, 6, 7, 8, 9, 10, 11, 4
	load_r	\n
	.endr
	.cfi_def_cfa 14, 0
	.cfi_same_value 1
	each_saved same_r
	move	$sp, $t2
	jr	$t1
.endm
