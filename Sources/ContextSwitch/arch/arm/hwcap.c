// What the processor has, where the ABI does not say it: AT_HWCAP of the auxiliary vector (getauxval(3)), which the libc knows.
#include "../../function.h"
#include <glibc-compat/arch/arm/ucontext-offsets.h>

#ifndef __ARM_PCS_VFP
#define AT_HWCAP 16
#if !defined FREESTANDING && !defined FORCE_SOFT_FLOAT
extern unsigned long getauxval(unsigned long type) __attribute__((weak));
#endif

/// AT_HWCAP, or 0 where nobody knows it. errno stays as it is: the entry is in every Linux process.
CONTEXT_HIDDEN unsigned long HIDDEN(hwcap)(void)
{
#if !defined FREESTANDING && !defined FORCE_SOFT_FLOAT
    if (getauxval)
        return getauxval(AT_HWCAP);
#endif
    return 0;
}
#elif defined FORCE_SOFT_FLOAT
CONTEXT_HIDDEN unsigned long HIDDEN(hwcap)(void) { return 0; }
#endif
