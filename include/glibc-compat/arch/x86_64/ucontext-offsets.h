// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_LINK       8
#define UC_STACK_SP   16
#define UC_STACK_FLAGS 24
#define UC_STACK_SIZE 32
#define UC_R8         40
#define UC_R9         48
#define UC_R12        72
#define UC_R13        80
#define UC_R14        88
#define UC_R15        96
#define UC_RDI        104
#define UC_RSI        112
#define UC_RBP        120
#define UC_RBX        128
#define UC_RDX        136
#define UC_RCX        152
#define UC_RSP        160
#define UC_RIP        168
#define UC_FPREGS     224
#define UC_SIGMASK    296
#define UC_FPENV      424
#define UC_MXCSR      448
#define UC_SSP        936
#define UC_SIZE       968

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
#define UC_CHECK_GREG(name) UC_CHECK(UC_##name, uc_mcontext.gregs[GLIBC_COMPAT_##name])
UC_CHECK(UC_LINK, uc_link);
UC_CHECK(UC_STACK_SP, uc_stack.ss_sp);
UC_CHECK(UC_STACK_FLAGS, uc_stack.ss_flags);
UC_CHECK(UC_STACK_SIZE, uc_stack.ss_size);
UC_CHECK_GREG(R8);
UC_CHECK_GREG(R9);
UC_CHECK_GREG(R12);
UC_CHECK_GREG(R13);
UC_CHECK_GREG(R14);
UC_CHECK_GREG(R15);
UC_CHECK_GREG(RDI);
UC_CHECK_GREG(RSI);
UC_CHECK_GREG(RBP);
UC_CHECK_GREG(RBX);
UC_CHECK_GREG(RDX);
UC_CHECK_GREG(RCX);
UC_CHECK_GREG(RSP);
UC_CHECK_GREG(RIP);
UC_CHECK(UC_FPREGS, uc_mcontext.fpregs);
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_FPENV, fpregs_mem);
UC_CHECK(UC_MXCSR, fpregs_mem.mxcsr);
UC_CHECK(UC_SSP, shadow_stack);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
