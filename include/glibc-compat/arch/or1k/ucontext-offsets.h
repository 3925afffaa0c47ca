// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#define UC_GPRS     20
#define UC_FPCSR    156
#define UC_SIGMASK  160
#define UC_SIZE     288
/// The mask's place in programs built for glibc 2.35 to 2.39.
#define UC_SIGMASK_2_35 156

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_GPRS, uc_mcontext.gprs);
UC_CHECK(UC_FPCSR, uc_mcontext.fpcsr);
UC_CHECK(UC_SIGMASK, uc_sigmask);
UC_CHECK(UC_SIGMASK_2_35, uc_mcontext.fpcsr);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
