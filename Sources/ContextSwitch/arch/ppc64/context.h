// ppc64, 64-bit PowerPC ELF ABI, version 1 (function descriptors, big endian) and version 2. What a switch must keep here: r1 (the
// stack), r14-r31, cr2-cr4, f14-f31, the FP status and control register, and with AltiVec v20-v31 and vrsave. glibc stores all
// registers. r2 is the TOC's address: what the caller has. r13 is the thread pointer, stored and never loaded.
//
// A call returns to lr, stored as that and as nip, where a context goes on by ctr. r3 is stored as 0, the value that the resumed
// getcontext returns. 288 bytes below the stack pointer are the function's own, signals or not.
//
// The vectors lie where v_regs points, which glibc and the kernel do alike in structures of different lengths. glibc skips them
// where vrsave is 0; here a context that has vectors gets them back, since nothing keeps vrsave up to date any more.
//
// No memory of either context is read after r1 has moved. The unwind tables name the resumed context from the first register that
// is loaded for it; they leave the vectors and cr out.
#pragma once
#if _CALL_ELF != 2
#define CONTEXT_OWN_FUNCTION
#endif
#include "../../function.h"
#include <glibc-compat/arch/ppc64/ucontext-offsets.h>

#if _CALL_ELF == 2
	.abiversion 2
#else
#include "descriptor.h"
#endif

#define SYS_rt_sigprocmask 174
#define SYS_exit_group     234
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8

// The way to a C function of this library, which wants its TOC: version 2 finds it by r12, version 1 has it in r2 already.
.macro go_to_c how, target
#if _CALL_ELF == 2
	mflr	%r11
	bcl	20, 31, 97f
97:	mflr	%r12
	mtlr	%r11
	addis	%r12, %r12, \target - 97b@ha
	addi	%r12, %r12, \target - 97b@l
	mtctr	%r12
	bctr\how
#else
	b\how	\target
	.ifnb	\how
	nop
	.endif
#endif
.endm

// The mask's system call with r4 and r5. Goes on at \failed with the error in r3.
.macro change_mask how, failed
	li	%r3, \how
	li	%r6, MASK_SIZE
	li	%r0, SYS_rt_sigprocmask
	sc
	bso	\failed
.endm
.macro report_failure
	neg	%r3, %r3
	go_to_c , HIDDEN(fail)
.endm

// Registers into the context at r3. Uses r0.
.macro save_registers
	std	%r0, UC_GP_REGS(%r3)
	.irp	n, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	std	%r\n, UC_GP_REGS+8*\n(%r3)
	.endr
	mflr	%r0
	std	%r0, UC_LINK_REG(%r3)
	std	%r0, UC_NIP(%r3)
	mfctr	%r0
	std	%r0, UC_CTR(%r3)
	mfxer	%r0
	std	%r0, UC_XER(%r3)
	mfcr	%r0
	std	%r0, UC_CCR(%r3)
	li	%r0, 0
	.irp	place, UC_GP_REGS+24, UC_MSR, UC_ORIG_R3, UC_SOFTE, UC_SOFTE+8, UC_SOFTE+16, UC_SOFTE+24, UC_SOFTE+32
	std	%r0, \place(%r3)
	.endr
	addi	%r0, %r3, UC_GP_REGS
	std	%r0, UC_REGS(%r3)
.endm
