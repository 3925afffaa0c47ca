// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_R8      24
#define UC_R9      32
#define UC_R12     56
#define UC_R13     64
#define UC_R14     72
#define UC_R15     80
#define UC_RDI     88
#define UC_RSI     96
#define UC_RBP     104
#define UC_RBX     112
#define UC_RDX     120
#define UC_RCX     136
#define UC_RSP     144
#define UC_RIP     152
#define UC_FPREGS  208
#define UC_SIGMASK 280
#define UC_FPENV   408
#define UC_MXCSR   432
#define UC_SIZE    952

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
#define UC_CHECK_GREG(name) UC_CHECK(UC_##name, uc_mcontext.gregs[GLIBC_COMPAT_##name])
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
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
