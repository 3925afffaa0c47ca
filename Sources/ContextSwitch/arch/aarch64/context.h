// aarch64, Procedure Call Standard for the Arm 64-bit Architecture (AAPCS64). What a switch must keep here: x19-x29, sp, the low
// halves of v8-v15, FPCR and FPSR; glibc keeps x18 (the platform's) and the whole of v8-v15. FP state is a FPSIMD record as in the
// kernel's signal frames; a context whose first record is another one keeps the FP state that it finds.
//
// A call returns to x30, and getcontext stores it twice: as pc, where to resume, and as x30. x0-x7 are loaded but not stored, for
// makecontext's arguments. System registers are slow to write, so FPCR and FPSR are written only where they differ.
//
// Resuming is `ret x16`, not `br x16`: a return needs no landing pad (BTI) at its target.
//
// No memory of either context is read after sp has moved. The unwind tables name the resumed context from the first register that
// is loaded for it: its caller is what its x30 slot says.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/aarch64/ucontext-offsets.h>

#define SYS_rt_sigaction   134
#define SYS_rt_sigprocmask 135
#define SYS_rt_sigreturn   139
#define SYS_exit_group     94
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define ENOMEM             12

// In the upper half of pstate, which no processor state of a program uses and the kernel does not look at, getcontext says that the
// context is its own. One without it is a signal handler's, or another library's.
#define MARK_ORDINARY      0xfff
#define UC_MARK            (UC_PSTATE+6)

// A target for indirect calls; a no-op where the processor does not know it.
#define LANDING_PAD hint #34

// Registers and FP state into the context at x0, which is as glibc leaves it. Uses x2 to x4.
.macro save_context
	str	xzr, [x0, UC_X0]
	stp	x18, x19, [x0, UC_X18]
	stp	x20, x21, [x0, UC_X18+16]
	stp	x22, x23, [x0, UC_X18+32]
	stp	x24, x25, [x0, UC_X18+48]
	stp	x26, x27, [x0, UC_X18+64]
	stp	x28, x29, [x0, UC_X18+80]
	mov	x2, sp
	stp	x30, x2, [x0, UC_X30]
	mov	x3, MARK_ORDINARY << 48
	stp	x30, x3, [x0, UC_PC]
	ldr	x2, =FPSIMD_MAGIC | FPSIMD_SIZE << 32
	str	x2, [x0, UC_FPSIMD]
	mrs	x2, fpsr
	mrs	x3, fpcr
	add	x4, x0, UC_FPSR
	stp	w2, w3, [x4]
	stp	q8, q9, [x0, UC_Q8]
	stp	q10, q11, [x0, UC_Q8+32]
	stp	q12, q13, [x0, UC_Q8+64]
	stp	q14, q15, [x0, UC_Q8+96]
	add	x2, x0, UC_FPSIMD+FPSIMD_SIZE
	str	xzr, [x2]
	str	wzr, [x2, 8]
.endm

// Everything from the context at x0, then the stack pointer, then the jump. Uses x16 and x17.
.macro resume
	ldr	w16, [x0, UC_FPSIMD]
	ldr	w17, =FPSIMD_MAGIC
	cmp	w16, w17
	b.ne	3f
	add	x4, x0, UC_FPSR
	ldp	w2, w3, [x4]
	mrs	x4, fpsr
	cmp	w2, w4
	b.eq	1f
	msr	fpsr, x2
1:	mrs	x4, fpcr
	cmp	w3, w4
	b.eq	2f
	msr	fpcr, x3
2:	.cfi_endproc
	.cfi_startproc
	cfi_cfa_saved_at 0, UC_SP
	.irp	n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30
	cfi_saved_at 0, \n, UC_X0+8*\n
	.endr
	.irp	n, 8, 9, 10, 11, 12, 13, 14, 15
	cfi_saved_at 0, 64+\n, UC_Q8+16*(\n-8)
	.endr
	ldp	q8, q9, [x0, UC_Q8]
	ldp	q10, q11, [x0, UC_Q8+32]
	ldp	q12, q13, [x0, UC_Q8+64]
	ldp	q14, q15, [x0, UC_Q8+96]
3:	ldp	x18, x19, [x0, UC_X18]
	ldp	x20, x21, [x0, UC_X18+16]
	ldp	x22, x23, [x0, UC_X18+32]
	ldp	x24, x25, [x0, UC_X18+48]
	ldp	x26, x27, [x0, UC_X18+64]
	ldp	x28, x29, [x0, UC_X18+80]
	ldp	x30, x17, [x0, UC_X30]
	ldr	x16, [x0, UC_PC]
	ldp	x2, x3, [x0, UC_X0+16]
	ldp	x4, x5, [x0, UC_X0+32]
	ldp	x6, x7, [x0, UC_X0+48]
	ldp	x0, x1, [x0, UC_X0]
	.cfi_def_cfa x17, 0
	.irp	n, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 72, 73, 74, 75, 76, 77, 78, 79
	.cfi_same_value \n
	.endr
	mov	sp, x17
	ret	x16
	.ltorg
.endm

// To \label where makecontext found that the stack of the context at x0 is too small. Uses x16.
.macro go_if_without_stack label
	ldr	x16, [x0, UC_SP]
	cbz	x16, \label
.endm

// To \label with a context at \base that getcontext did not fill, before the mask is set: a signal frame's mask must come with its
// registers. A pointer that no user address is comes back from the kernel as EFAULT. Uses x16.
.macro go_if_foreign base, label
#ifndef WITHOUT_MASK
	sub	x16, \base, 16, lsl 12
	tbnz	x16, 63, 1f
#endif
	ldrh	w16, [\base, UC_MARK]
	cmp	w16, MARK_ORDINARY
	b.ne	\label
1:
.endm

// Landing pads: says to the linker that this object has them.
#ifdef __ARM_FEATURE_BTI_DEFAULT
	.pushsection .note.gnu.property, "a"
	.balign 8
	.long	4, 16, 5
	.asciz	"GNU"
	.long	0xc0000000, 4, 1, 0
	.popsection
#endif
