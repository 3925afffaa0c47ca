// <math.h>: neighbours, exponents and rounding that musl lacks. Source: TS 18661-1, nextup(3), roundeven(3), significand(3), scalb(3).
#include "types.h"
#include <errno.h>
#include <fenv.h>
#include <limits.h>
#include <math.h>

#define DEFINE(type, suffix) \
    /* Unlike nextafter these raise nothing. */ \
    type JOIN(nextup, suffix)(type x) \
    { \
        fenv_t environment; \
        if (isnan(x)) \
            return x + x; \
        int saved = errno; \
        feholdexcept(&environment); \
        volatile type next = JOIN(nextafter, suffix)(x, (type)INFINITY); \
        fesetenv(&environment); \
        errno = saved; \
        return next; \
    } \
    type JOIN(nextdown, suffix)(type x) { return -JOIN(nextup, suffix)(-x); } \
    /* To the nearest, ties to even, in every rounding mode and without "inexact". */ \
    type JOIN(roundeven, suffix)(type x) \
    { \
        if (!isfinite(x)) \
            return x + x; \
        fenv_t environment; \
        feholdexcept(&environment); \
        volatile type whole = JOIN(trunc, suffix)(x), rest = JOIN(fabs, suffix)(x - whole); \
        fesetenv(&environment); \
        if (rest > (type)0.5 || (rest == (type)0.5 && JOIN(fmod, suffix)(whole, 2) != 0)) \
            whole += JOIN(copysign, suffix)(1, x); \
        return JOIN(copysign, suffix)(whole, x); \
    } \
    long JOIN(llogb, suffix)(type x) \
    { \
        int exponent = JOIN(ilogb, suffix)(x); \
        if (isfinite(x) && x != 0) \
            return exponent; \
        /* musl's ilogb is silent about what glibc reports. */ \
        errno = EDOM; \
        feraiseexcept(FE_INVALID); \
        return x == 0 ? -LONG_MAX - 1 : isnan(x) ? -LONG_MAX - 1 : LONG_MAX; \
    }
FLOATING_TYPES(DEFINE)

long double significandl(long double x)
{
    return isfinite(x) && x != 0 ? scalbnl(x, -ilogbl(x)) : x;
}

static long double scaled(long double x, long double exponent)
{
    if (isnan(x) || isnan(exponent))
        return x * exponent;
    if (isinf(exponent)) {
        if (exponent > 0)
            return x * exponent;
        return x != 0 ? x / -exponent : x;
    }
    if (rintl(exponent) != exponent) {
        feraiseexcept(FE_INVALID);
        return NAN;
    }
    return scalbnl(x, exponent > 65000 ? 65000 : exponent < -65000 ? -65000 : (int)exponent);
}

long double scalbl(long double x, long double exponent)
{
    int saved = errno;
    long double r = scaled(x, exponent);
    errno = saved;
    if (isnan(r) && !isnan(x) && !isnan(exponent))
        errno = EDOM;
    if ((isinf(r) && isfinite(x) && isfinite(exponent)) || (r == 0 && x != 0 && isfinite(exponent)))
        errno = ERANGE;
    return r;
}
