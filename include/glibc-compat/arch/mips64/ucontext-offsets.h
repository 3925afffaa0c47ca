// The numbers that the assembly uses: offsets in bytes from the start of ucontext_t. C that includes this checks them.
#pragma once

#if __SIZEOF_POINTER__ == 4
#define UC_GREGS   24
#else
#define UC_GREGS   40
#endif
#define UC_FPREGS  (UC_GREGS+256)
#define UC_PC      (UC_GREGS+576)
#define UC_FCSR    (UC_GREGS+584)
#define UC_SIGMASK (UC_GREGS+600)
#define UC_SIZE    (UC_GREGS+728)

#ifndef __ASSEMBLER__
#include "ucontext.h"
#define UC_CHECK(number, member) \
    _Static_assert(number == offsetof(struct glibc_compat_ucontext, member), #number " is not the offset of " #member)
UC_CHECK(UC_GREGS, uc_mcontext.gregs);
UC_CHECK(UC_FPREGS, uc_mcontext.fpregs);
UC_CHECK(UC_PC, uc_mcontext.pc);
UC_CHECK(UC_FCSR, uc_mcontext.fpc_csr);
UC_CHECK(UC_SIGMASK, uc_sigmask);
_Static_assert(UC_SIZE == sizeof(struct glibc_compat_ucontext), "glibc's ucontext_t has UC_SIZE bytes");
#endif
