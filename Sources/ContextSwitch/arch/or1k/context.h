// or1k, OpenRISC 1000 Architecture Manual (ABI chapter). What a switch must keep here: r1 (the stack), r2 (the frame), r14, r16 ... r30,
// and FPCSR where the compiler has hardware floating point. Floating point lives in general registers.
//
// A call returns to r9; getcontext stores it as r9 and, as the place to go on, in r11's slot. r3-r8 are loaded but not stored, for
// makecontext's arguments. r10 is the thread pointer: stored as in glibc, but never loaded. glibc loads it, so a context that is
// resumed on another thread has the first thread's variables there; on every other architecture, and here, it has its own.
//
// GLIBC_2.35's functions, for the structure without fpcsr, are the same code with the mask 4 bytes lower and FPCSR left alone.
//
// No memory of either context is read after r1 has moved. The unwind tables name the resumed context from the first register that
// is loaded for it. Delay slots hold a nop, so that the code also runs where there are none.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/or1k/ucontext-offsets.h>

#define SYS_rt_sigprocmask 135
#define SYS_exit_group     94
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define SPR_FPCSR          20

#if defined __or1k_hard_float__ && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT 1
#endif

// Registers and FP state into the context at r3. Uses r13.
.macro save_context sigmask
	.irp	n, 1, 2, 9, 10, 14, 16, 18, 20, 22, 24, 26, 28, 30
	l.sw	UC_GPRS+4*\n(r3), r\n
	.endr
	l.sw	UC_GPRS+4*11(r3), r9
	.if	\sigmask == UC_SIGMASK
#ifdef HARD_FLOAT
	l.mfspr	r13, r0, SPR_FPCSR
	l.sw	UC_FPCSR(r3), r13
#else
	l.sw	UC_FPCSR(r3), r0
#endif
	.endif
.endm

// The mask's system call with r4 and r5. Goes on at \failed with -errno in r11.
.macro change_mask how, failed
	l.addi	r3, r0, \how
	l.addi	r6, r0, MASK_SIZE
	l.addi	r11, r0, SYS_rt_sigprocmask
	l.sys	1
	l.nop
	l.sfeqi	r11, 0
	l.bnf	\failed
	l.nop
.endm

// Everything from the context at r3, then the stack pointer, then the jump. Uses r12 and r13.
.macro resume sigmask
	l.ori	r13, r3, 0
	.cfi_endproc
	.cfi_startproc
	.cfi_signal_frame			// the pc of a context that starts is a function, no return address
	cfi_cfa_saved_at 13, UC_GPRS+4
	cfi_saved_at 13, 9, UC_GPRS+4*11
	.irp	n, 2, 14, 16, 18, 20, 22, 24, 26, 28, 30
	cfi_saved_at 13, \n, UC_GPRS+4*\n
	.endr
#ifdef HARD_FLOAT
	.if	\sigmask == UC_SIGMASK
	l.lwz	r12, UC_FPCSR(r13)
	l.mtspr	r0, r12, SPR_FPCSR
	.endif
#endif
	l.lwz	r12, UC_GPRS+4(r13)
	.irp	n, 2, 3, 4, 5, 6, 7, 8, 9, 14, 16, 18, 20, 22, 24, 26, 28, 30, 11
	l.lwz	r\n, UC_GPRS+4*\n(r13)
	.endr
	.cfi_def_cfa 12, 0
	.cfi_register 9, 11
	.irp	n, 2, 14, 16, 18, 20, 22, 24, 26, 28, 30
	.cfi_same_value \n
	.endr
	l.ori	r1, r12, 0
	l.ori	r13, r11, 0
	.cfi_register 9, 13
	l.addi	r11, r0, 0
	l.jr	r13
	l.nop
.endm
