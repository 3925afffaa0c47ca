// sparc64, SPARC Compliance Definition 2.4 (the V9 ABI). What a switch must keep here: the caller's register window, l0-l7 and i0-i7,
// its sp (o6), and fsr. No call keeps floating-point registers. g7 is the thread's.
//
// A window's home is its frame, at sp + 2047: flushw writes all but the current one there, and a restore reads it back. Each function
// here takes a window of its own, so the caller's is flushed too, and no value of the resumed context is ever in a window that an
// interrupt would write into the old one's frame. ucontext_t only has the globals, o0-o7 and, of the window, fp and i7.
//
// glibc lets the kernel store and load (traps 0x6e and 0x6f), which kills the process for a bad pointer and keeps no FP state. Here
// fsr and gsr are stored as the kernel would: enab is 1, and fprs says that no registers are there. Contexts from elsewhere with
// enab 0 keep what they find. As with glibc, the pc is that of a return of 0 in here, and o7 has the caller.
//
// A failed system call sets the carry, and o0 is errno, positive.
//
// No memory of either context is read after the restore. The unwind tables name the resumed context from the first register that is
// loaded for it: its caller is what its o7 slot says.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/sparc64/ucontext-offsets.h>

#define SYS_rt_sigprocmask 103
#define SYS_exit_group     188
#define SIG_BLOCK          1
#define SIG_SETMASK        4
#define MASK_SIZE          8
#define FRAME              176

	.register %g2, #ignore
	.register %g3, #ignore

// A window and a frame of the function's own.
.macro own_window
	save	%sp, -FRAME, %sp
	.cfi_def_cfa_register 30
	.cfi_window_save
	.cfi_register 15, 31
	mov	%g1, %l1
.endm

.macro kernel number
	mov	\number, %g1
	ta	0x6d
.endm

// What the caller had in its registers into the context at i0; the label 9 is where it will return 0. Uses l0; g1 is in l1.
.macro save_context
	flushw
	rd	%pc, %l0
	add	%l0, 9f-(.-4), %l0
	stx	%l0, [%i0+UC_PC]
	add	%l0, 4, %l0
	stx	%l0, [%i0+UC_NPC]
	rd	%ccr, %l0
	sllx	%l0, 32, %l0
	stx	%l0, [%i0+UC_TSTATE]
	rd	%y, %l0
	stx	%l0, [%i0+UC_Y]
	stx	%l1, [%i0+UC_G(1)]
	.irp	n, 2, 3, 4, 5, 6, 7
	stx	%g\n, [%i0+UC_G(\n)]
	.endr
	.irp	n, 0, 1, 2, 3, 4, 5, 6, 7
	stx	%i\n, [%i0+UC_O(\n)]
	.endr
	ldx	[%fp+STACK_BIAS+112], %l0
	stx	%l0, [%i0+UC_FP]
	ldx	[%fp+STACK_BIAS+120], %l0
	stx	%l0, [%i0+UC_I7]
	stx	%g0, [%i0+UC_FLAGS]
	stx	%g0, [%i0+UC_KERNEL_SIGMASK+8]
	stx	%g0, [%i0+UC_I7+8]
	add	%i0, UC_FPREGS, %l0
8:	stx	%g0, [%l0]
	add	%l0, 8, %l0
	sub	%l0, %i0, %l2
	cmp	%l2, UC_STACK
	bne,pt	%xcc, 8b
	 nop
#ifndef FORCE_SOFT_FLOAT
	stx	%fsr, [%i0+UC_FSR]
	rd	%asr19, %l0			// gsr
	stx	%l0, [%i0+UC_GSR]
	mov	1, %l0
	stb	%l0, [%i0+UC_ENAB]
#endif
.endm

// The mask that the kernel has stored in uc_sigmask of the context at i0 also goes where else glibc keeps it. Uses l0.
.macro copy_mask
	ldx	[%i0+UC_SIGMASK], %l0
	stx	%l0, [%i0+UC_KERNEL_SIGMASK]
	.irp	n, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
	stx	%g0, [%i0+UC_SIGMASK+8*\n]
	.endr
.endm

// From here on, CFA and return address are those of the context at i0. Its window is at the CFA.
.macro resumed_rules
	.cfi_endproc
	.cfi_startproc
	.cfi_escape 0x0f, 7, 0x70 + 24, (UC_O(6) & 0x7f) | 0x80, UC_O(6) >> 7, 0x06, 0x23, (STACK_BIAS & 0x7f) | 0x80, STACK_BIAS >> 7
	.cfi_window_save
	cfi_saved_at 24, 15, UC_O(7)
.endm
