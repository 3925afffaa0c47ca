// m68k, System V ABI, Motorola 68000 Processor Family Supplement (Linux: 2-byte alignment). What a switch must keep here: d2-d7, a2-a6,
// a7 (the stack), and with an FPU fp2-fp7 and the FP control registers. All arguments are on the stack.
//
// A call leaves its return address on the stack: getcontext stores it as pc, and the stack pointer above it. The resumed getcontext
// returns 0 in d0. The thread pointer is the kernel's and stays.
//
// Signals 33 to 64 are kept as well, which glibc's four bytes of mask leave out. No memory of either context is read after a7 has
// moved. The unwind tables name the resumed context from the first register that is loaded for it.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/m68k/ucontext-offsets.h>

#define SYS_rt_sigprocmask 175
#define SYS_exit_group     247
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8

#if defined __HAVE_68881__ && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT 1
#endif

// The mask's system call with d1 (how), the new mask at \new and the old one to \old. d2 to d4 wait on the stack. Sets the flags for
// the result in d0; keeps a0 and a1.
.macro change_mask how, new, old
	move.l	%d2, -(%sp)
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset %d2, 0
	move.l	%d3, -(%sp)
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset %d3, 0
	move.l	%d4, -(%sp)
	.cfi_adjust_cfa_offset 4
	.cfi_rel_offset %d4, 0
	moveq	#\how, %d1
	move.l	\new, %d2
	move.l	\old, %d3
	moveq	#MASK_SIZE, %d4
	move.l	#SYS_rt_sigprocmask, %d0
	trap	#0
	move.l	(%sp)+, %d4
	.cfi_adjust_cfa_offset -4
	.cfi_restore %d4
	move.l	(%sp)+, %d3
	.cfi_adjust_cfa_offset -4
	.cfi_restore %d3
	move.l	(%sp)+, %d2
	.cfi_adjust_cfa_offset -4
	.cfi_restore %d2
	tst.l	%d0
.endm

// Registers and FP state into the context at a0. Uses a1.
.macro save_context
	movem.l	%d2-%d7, UC_D2(%a0)
	movem.l	%a2-%a6, UC_A2(%a0)
	lea	4(%sp), %a1
	move.l	%a1, UC_SP(%a0)
	move.l	(%sp), UC_PC(%a0)
#ifdef HARD_FLOAT
	fmovem.l %fpcr/%fpsr/%fpiar, UC_FPCR(%a0)
	fmovem.x %fp2-%fp7, UC_FP2(%a0)
#endif
.endm

// Goes to the C function \target, within this library, with d0 in the argument's place.
.macro go_with_d0 target
	move.l	%d0, 4(%sp)
	bra.l	\target
.endm

// Everything from the context at a0, then the stack pointer, then the jump. pc is DWARF's register 24, fp0 its 16.
.macro resume
	.cfi_endproc
	.cfi_startproc
	.cfi_signal_frame			// the pc of a context that starts is a function, no return address
	cfi_cfa_saved_at 8, UC_SP
	cfi_saved_at 8, 24, UC_PC
	.irp	n, 2, 3, 4, 5, 6, 7
	cfi_saved_at 8, \n, UC_D2+4*(\n-2)
	.endr
	.irp	n, 10, 11, 12, 13, 14
	cfi_saved_at 8, \n, UC_A2+4*(\n-10)
	.endr
#ifdef HARD_FLOAT
	.irp	n, 2, 3, 4, 5, 6, 7
	cfi_saved_at 8, 16+\n, UC_FP2+12*(\n-2)
	.endr
	fmovem.l UC_FPCR(%a0), %fpcr/%fpsr/%fpiar
	fmovem.x UC_FP2(%a0), %fp2-%fp7
#endif
	movem.l	UC_D2(%a0), %d2-%d7
	movem.l	UC_A2(%a0), %a2-%a6
	move.l	UC_PC(%a0), %a1
	move.l	UC_SP(%a0), %a0
	.cfi_def_cfa 8, 0
	.cfi_register 24, 9
	.irp	n, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 18, 19, 20, 21, 22, 23
	.cfi_same_value \n
	.endr
	move.l	%a0, %sp
	clr.l	%d0
	jmp	(%a1)
.endm
