// The kernel's signal frame on x86_64 (Linux's <asm/sigcontext.h>, <asm/ucontext.h>), and what marks an extended context.
//
// Both hold an XSAVE area, 64-byte aligned. Its bytes 464 to 511 are free for software; the kernel describes the area there.
#pragma once

#define UC_FP_XSTATE             1		// in uc_flags: the frame has extended state
#define XSTATE_MAGIC1_AT         464
#define XSTATE_EXTENDED_SIZE_AT  468		// with XSTATE_MAGIC2 behind the state
#define XSTATE_FEATURES_AT       472
#define XSTATE_SIZE_AT           480
#define XSTATE_MAGIC1            0x46505853
#define XSTATE_MAGIC2            0x46505845
#define XSTATE_EXTENDED          0x58544347	// "GCTX": an area of ucontext_alloc's that getcontext_extd filled
#define SIGNAL_FRAME_SIZE        304		// flags, link, stack, registers, and the kernel's eight bytes of mask
