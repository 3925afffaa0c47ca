// <fenv.h>: glibc's functions on traps and control modes. x86 keeps two sets, the x87's and SSE's, that must agree.
// Source: feenableexcept(3), C23 7.6.
#include "next.h"
#include <fenv.h>
#include <stdint.h>

#if defined __x86_64__
/// glibc's femode_t for this architecture.
struct modes { uint16_t control; uint16_t reserved; uint32_t mxcsr; };

static uint16_t control(void) { uint16_t word; __asm__ volatile("fnstcw %0" : "=m"(word)); return word; }
static uint32_t mxcsr(void) { uint32_t word; __asm__ volatile("stmxcsr %0" : "=m"(word)); return word; }
static void set_control(uint16_t word) { __asm__ volatile("fldcw %0" : : "m"(word)); }
static void set_mxcsr(uint32_t word) { __asm__ volatile("ldmxcsr %0" : : "m"(word)); }

enum { EXCEPTIONS = 0x3d };

/// The exceptions that trap.
int fegetexcept(void) { return ~control() & EXCEPTIONS; }

/// Makes exceptions trap; what trapped before.
int feenableexcept(int exceptions)
{
    uint16_t word = control();
    exceptions &= EXCEPTIONS;
    set_control((uint16_t)(word & ~exceptions));
    set_mxcsr(mxcsr() & ~((uint32_t)exceptions << 7));
    return ~word & EXCEPTIONS;
}

/// Makes exceptions no longer trap; what trapped before.
int fedisableexcept(int exceptions)
{
    uint16_t word = control();
    exceptions &= EXCEPTIONS;
    set_control((uint16_t)(word | exceptions));
    set_mxcsr(mxcsr() | (uint32_t)exceptions << 7);
    return ~word & EXCEPTIONS;
}

/// Sets flags without raising the exceptions.
int fesetexcept(int exceptions)
{
    set_mxcsr(mxcsr() | (uint32_t)(exceptions & EXCEPTIONS));
    return 0;
}

/// Besides FE_DFL_ENV glibc has FE_NOMASK_ENV, -2: every exception traps. Source: fenv(3), libc manual, "Control Functions".
int fesetenv(const fenv_t *env)
{
    if (env != (const fenv_t *)-2)
        return NEXT(fesetenv)(env);
    NEXT(fesetenv)(FE_DFL_ENV);
    feenableexcept(EXCEPTIONS);
    return 0;
}

int feupdateenv(const fenv_t *env)
{
    int raised = fetestexcept(FE_ALL_EXCEPT);
    fesetenv(env);
    feraiseexcept(raised);
    return 0;
}

int fetestexceptflag(const fexcept_t *flags, int exceptions) { return (int)*flags & exceptions & EXCEPTIONS; }

int fegetmode(struct modes *to)
{
    *to = (struct modes){.control = control(), .mxcsr = mxcsr()};
    return 0;
}

/// Restores rounding, precision and traps, not the flags; -1 means the modes a program starts with.
int fesetmode(const struct modes *from)
{
    struct modes initial = {.control = 0x37f, .mxcsr = 0x1f80};
    if (from == (const struct modes *)-1)
        from = &initial;
    set_control(from->control);
    set_mxcsr((mxcsr() & EXCEPTIONS) | (from->mxcsr & ~(uint32_t)EXCEPTIONS));
    return 0;
}
#endif
