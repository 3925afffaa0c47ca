// The kernel's signal frame on aarch64 (Linux's <asm/sigcontext.h>): siginfo_t, ucontext_t, and in `reserved` records of magic and
// size, a multiple of 16, up to one with magic 0. Where they do not fit, an extra record says where more follow: behind the terminator.
#pragma once

#define FRAME_INFO_SIZE   128
#define UC_STACK_FLAGS    24
#define UC_RECORDS        UC_FPSIMD
#define RECORDS_SIZE      4096
#define TERMINATOR_SIZE   16
#define EXTRA_MAGIC       0x45585401
#define EXTRA_SIZE        32
#define EXTRA_POINTER_AT  8
#define EXTRA_LENGTH_AT   16
#define EXTRA_LENGTH_BITS 18		// the kernel's bound, 256 KiB
#define GCS_POINTER_AT    8
