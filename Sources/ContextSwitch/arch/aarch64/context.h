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
#include "shadow.h"

#define SYS_rt_sigaction   134
#define SYS_rt_sigprocmask 135
#define SYS_rt_sigreturn   139
#define SYS_exit_group     94
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define ENOMEM             12
#define EINVAL             22

// A target for indirect calls; a no-op where the processor does not know it.
#define LANDING_PAD hint #34

// Registers and FP state into the context at x0, which is as glibc leaves it. Uses x2 to x4 and x16.
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
	mov	x3, MARK_ORDINARY << MARK_AT
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
	add	x2, x0, UC_GCS
	save_shadow_stack
	str	xzr, [x2]
	str	wzr, [x2, 8]
.endm

// Says to the linker that this object has landing pads and is fit for shadow stacks.
#ifdef __ARM_FEATURE_BTI_DEFAULT
	.pushsection .note.gnu.property, "a"
	.balign 8
	.long	4, 16, 5
	.asciz	"GNU"
	.long	0xc0000000, 4, 5, 0		// BTI and GCS
	.popsection
#endif
