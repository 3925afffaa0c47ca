// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_FLAGS          8
#define UC_KERNEL_SIGMASK 16
#define UC_TSTATE         32
#define UC_PC             40
#define UC_NPC            48
#define UC_Y              56
#define UC_G(n)           (56+8*(n))
#define UC_O(n)           (120+8*(n))
#define UC_FP             184
#define UC_I7             192
#define UC_FPREGS         208
#define UC_FSR            464
#define UC_FPRS           472
#define UC_GSR            480
#define UC_FQ             488
#define UC_ENAB           498
#define UC_STACK          512
#define UC_SIGMASK        536
#define UC_SIZE           672

// What is added to the stack and frame pointer of a 64-bit program to get the address of the frame.
#define STACK_BIAS        2047

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_FLAGS, uc_flags);
UC_CHECK(UC_KERNEL_SIGMASK, kernel_sigmask);
UC_CHECK(UC_TSTATE, uc_mcontext.mc_gregs[0]);
UC_CHECK(UC_PC, uc_mcontext.mc_gregs[1]);
UC_CHECK(UC_NPC, uc_mcontext.mc_gregs[2]);
UC_CHECK(UC_Y, uc_mcontext.mc_gregs[3]);
UC_CHECK(UC_G(1), uc_mcontext.mc_gregs[4]);
UC_CHECK(UC_O(0), uc_mcontext.mc_gregs[11]);
UC_CHECK(UC_FP, uc_mcontext.mc_fp);
UC_CHECK(UC_I7, uc_mcontext.mc_i7);
UC_CHECK(UC_FPREGS, uc_mcontext.mc_fpregs);
UC_CHECK(UC_FSR, uc_mcontext.mc_fpregs.mcfpu_fsr);
UC_CHECK(UC_FPRS, uc_mcontext.mc_fpregs.mcfpu_fprs);
UC_CHECK(UC_GSR, uc_mcontext.mc_fpregs.mcfpu_gsr);
UC_CHECK(UC_FQ, uc_mcontext.mc_fpregs.mcfpu_fq);
UC_CHECK(UC_ENAB, uc_mcontext.mc_fpregs.mcfpu_enab);
UC_CHECK(UC_STACK, uc_stack);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
