// What the processor has, where the compiler may not assume it: AT_HWCAP of the auxiliary vector (getauxval(3)), which the libc knows.
#include "../../function.h"
#include <glibc-compat/arch/ppc/ucontext-offsets.h>

#ifndef __ALTIVEC__
#define AT_HWCAP 16
#ifndef FREESTANDING
extern unsigned long getauxval(unsigned long type) __attribute__((weak));
#endif

/// AT_HWCAP, or 0 where nobody knows it. errno stays as it is: the entry is in every Linux process.
CONTEXT_HIDDEN unsigned long HIDDEN(hwcap)(void)
{
#ifndef FREESTANDING
    if (getauxval)
        return getauxval(AT_HWCAP);
#endif
    return 0;
}
#endif
