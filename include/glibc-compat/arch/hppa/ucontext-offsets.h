// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_FLAGS       0
#define UC_STACK_SP    8
#define UC_STACK_FLAGS 12
#define UC_STACK_SIZE  16
#define UC_SC_FLAGS    24
#define UC_GR          28
#define UC_FR          160
#define UC_IASQ        416
#define UC_IAOQ        424
#define UC_SAR         432
#define UC_SIGMASK     440
#define UC_SIZE        568

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_FLAGS, uc_flags);
UC_CHECK(UC_STACK_SP, uc_stack.ss_sp);
UC_CHECK(UC_STACK_FLAGS, uc_stack.ss_flags);
UC_CHECK(UC_STACK_SIZE, uc_stack.ss_size);
UC_CHECK(UC_SC_FLAGS, uc_mcontext.sc_flags);
UC_CHECK(UC_GR, uc_mcontext.sc_gr);
UC_CHECK(UC_FR, uc_mcontext.sc_fr);
UC_CHECK(UC_IASQ, uc_mcontext.sc_iasq);
UC_CHECK(UC_IAOQ, uc_mcontext.sc_iaoq);
UC_CHECK(UC_SAR, uc_mcontext.sc_sar);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
