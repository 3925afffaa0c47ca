// arm, Procedure Call Standard for the Arm Architecture (AAPCS), EABI. What a switch must keep here: r4-r11, sp, and where there is
// VFP d8-d15 and FPSCR; glibc also keeps wr10-wr15 of iWMMXt. With the hard-float ABI there is VFP. A soft-float process may have it
// too, and libraries that use it: there the libc's AT_HWCAP decides, as in glibc, and without a libc nothing is kept.
//
// A call returns to lr, and getcontext stores it twice: as pc, where to resume, and as lr. r0-r3 are loaded but only r0 is stored,
// as 0, the value that the resumed getcontext returns.
//
// The functions are Arm code, whatever the caller is: one LDM takes sp, lr and pc together, and a pc with its lowest bit set goes on
// in Thumb state. No memory of either context is read after it.
//
// Arm's unwinder knows functions as a whole (.fnstart); the rules for each instruction are DWARF's, for debuggers.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/arm/ucontext-offsets.h>

	.syntax	unified
	.arm
	.fpu	vfp
	.cfi_sections .debug_frame

#define SYS_rt_sigprocmask 175
#define SYS_exit_group     248
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define HWCAP_VFP          64
#define HWCAP_IWMMXT       512

#if defined __ARM_PCS_VFP && !defined FORCE_SOFT_FLOAT
#define HARD_FLOAT 1
#endif

// The mask's system call with r0 to r2. r7, which takes its number, waits in ip. The result in r0, compared with 0.
.macro change_mask
	mov	ip, r7
	.cfi_register r7, ip
	mov	r3, #MASK_SIZE
	mov	r7, #SYS_rt_sigprocmask
	svc	0
	mov	r7, ip
	.cfi_restore r7
	cmp	r0, #0
.endm

// r3 = AT_HWCAP. Keeps r0 and r1.
.macro get_hwcap
	push	{r0, r1, r2, lr}
	.cfi_adjust_cfa_offset 16
	.cfi_rel_offset lr, 12
	bl	HIDDEN(hwcap)
	mov	r3, r0
	pop	{r0, r1, r2, lr}
	.cfi_adjust_cfa_offset -16
	.cfi_restore lr
.endm

// Registers and FP state into the context at r0. Keeps r0 and r1.
.macro save_context
	add	r2, r0, #UC_R4
	stm	r2, {r4-r11}
	mov	r2, #0
	str	r2, [r0, #UC_R0]
	str	sp, [r0, #UC_SP]
	str	lr, [r0, #UC_LR]
	str	lr, [r0, #UC_PC]
#ifdef HARD_FLOAT
	add	r2, r0, #UC_REGSPACE
	vstmia	r2!, {d8-d15}
	vmrs	r3, fpscr
	str	r3, [r2]
#else
	get_hwcap
	add	r2, r0, #UC_REGSPACE
	tst	r3, #HWCAP_VFP
	beq	1f
	vstmia	r2!, {d8-d15}
	vmrs	ip, fpscr
	str	ip, [r2], #4
1:	tst	r3, #HWCAP_IWMMXT
	beq	1f
	.irp	n, 10, 11, 12, 13, 14, 15	// wr10 to wr15
	stcl	p1, cr\n, [r2], #8
	.endr
1:
#endif
.endm
