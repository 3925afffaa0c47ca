// x86_64, System V AMD64 ABI. What a switch must keep here: rbx, rbp, r12-r15, rsp, the x87 control word and MXCSR (their
// exception flags too, since glibc's FNSTENV/FLDENV and LDMXCSR carry them). The x87 stack is empty and every vector register is
// dead at a call. getcontext also stores the six argument registers, swapcontext does not: makecontext puts the arguments there, so
// they are loaded.
//
// The rax, r10 and r11 slots, the flags and the segments are glibc's to leave alone, so they are left alone here.
//
// fp.h has the FP state.
//
// No memory of either context is read after rsp has moved: a context may live on the stack that is being left, and a signal
// handler may run there at once. The unwind tables name the resumed context from the first register that is loaded for it.
#pragma once
#include "../../function.h"
#include <glibc-compat/arch/x86_64/ucontext-offsets.h>

#define SYS_rt_sigaction   13
#define SYS_rt_sigprocmask 14
#define SYS_rt_sigreturn   15
#define SYS_exit_group     231
#define SIG_BLOCK          0
#define SIG_SETMASK        2
#define MASK_SIZE          8
#define ENOMEM             12
#define EINVAL             22

.macro save_argument_registers ucp
	mov	%rdi, UC_RDI(\ucp)
	mov	%rsi, UC_RSI(\ucp)
	mov	%rdx, UC_RDX(\ucp)
	mov	%rcx, UC_RCX(\ucp)
	mov	%r8, UC_R8(\ucp)
	mov	%r9, UC_R9(\ucp)
.endm

// What a call preserves, and where it returns to. Uses rax.
.macro save_registers ucp
	mov	%rbx, UC_RBX(\ucp)
	mov	%rbp, UC_RBP(\ucp)
	mov	%r12, UC_R12(\ucp)
	mov	%r13, UC_R13(\ucp)
	mov	%r14, UC_R14(\ucp)
	mov	%r15, UC_R15(\ucp)
	mov	(%rsp), %rax
	mov	%rax, UC_RIP(\ucp)
	lea	8(%rsp), %rax
	mov	%rax, UC_RSP(\ucp)
.endm
