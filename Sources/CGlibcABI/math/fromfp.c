// <math.h>: rounding to the integers of a given width. Since glibc 2.43 the result is a floating-point number, as C23 has it; before, it was
// an intmax_t or uintmax_t, as in TS 18661-1. Source: C23 7.12.9.10 and 7.12.9.11, TS 18661-1; results as in glibc 2.43 and 2.36.
#include "types.h"
#include "../old/old-version.h"
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

enum { UPWARD, DOWNWARD, TOWARDZERO, TONEARESTFROMZERO, TONEAREST };

long double roundevenl(long double);

static long double rounded(long double x, int how)
{
    switch (how) {
    case UPWARD: return ceill(x);
    case DOWNWARD: return floorl(x);
    case TONEARESTFROMZERO: return roundl(x);
    case TONEAREST: return roundevenl(x);
    default: return truncl(x);      // TOWARDZERO, and what is no direction
    }
}

static uint64_t out_of_range(uint64_t result)
{
    feraiseexcept(FE_INVALID);
    errno = EDOM;
    return result;
}

/// Every one of the three types fits into long double, and so does every 64-bit integer.
static uint64_t convert(long double x, int how, unsigned width, bool is_signed, bool inexact)
{
    if (width > 64)
        width = 64;
    if (width == 0)
        return out_of_range(0);
    bool negative = signbit(x);
    uint64_t most = UINT64_MAX >> (64 - width);
    if (is_signed)
        most >>= 1;
    uint64_t least = !is_signed ? 0 : -(most + 1);
    if (isnan(x) || isinf(x))
        return out_of_range(negative ? least : most);
    fenv_t environment;
    feholdexcept(&environment);
    long double whole = rounded(x, how);
    fesetenv(&environment);
    if (whole > (long double)most || (is_signed ? whole < -(long double)most - 1 : whole < 0))
        return out_of_range(negative ? least : most);
    if (inexact && whole != x)
        feraiseexcept(FE_INEXACT);
    return whole < 0 ? -(uint64_t)-whole : (uint64_t)whole;
}

/// C23's: the integer in the type of `x`, or NaN and a domain error where it does not fit into `width` bits.
static long double integer(long double x, int how, unsigned width, bool is_signed, bool inexact)
{
    bool fits = width != 0 && !isnan(x) && !isinf(x);
    long double whole = x;
    if (fits) {
        fenv_t environment;
        feholdexcept(&environment);
        whole = rounded(x, how);
        // A power of two, and infinite where every number of the type fits.
        long double limit = scalbnl(1, width > 20000 ? 20000 : (int)width - is_signed);
        fits = whole < limit && (is_signed ? whole >= -limit : whole >= 0);
        fesetenv(&environment);
    }
    if (!fits) {
        out_of_range(0);
        return NAN;
    }
    if (inexact && whole != x)
        feraiseexcept(FE_INEXACT);
    return whole;
}

#define DEFINE(type, suffix) \
    type JOIN(fromfp, suffix)(type x, int how, unsigned width) { return (type)integer(x, how, width, true, false); } \
    type JOIN(fromfpx, suffix)(type x, int how, unsigned width) { return (type)integer(x, how, width, true, true); } \
    type JOIN(ufromfp, suffix)(type x, int how, unsigned width) { return (type)integer(x, how, width, false, false); } \
    type JOIN(ufromfpx, suffix)(type x, int how, unsigned width) { return (type)integer(x, how, width, false, true); }
FLOATING_TYPES(DEFINE)

#define OLD(type, suffix, version) \
    OLD_VERSION("fromfp" #suffix "@GLIBC_" version) \
    intmax_t glibc_compat_old_fromfp##suffix(type x, int how, unsigned width) { return (intmax_t)convert(x, how, width, true, false); } \
    OLD_VERSION("fromfpx" #suffix "@GLIBC_" version) \
    intmax_t glibc_compat_old_fromfpx##suffix(type x, int how, unsigned width) { return (intmax_t)convert(x, how, width, true, true); } \
    OLD_VERSION("ufromfp" #suffix "@GLIBC_" version) \
    uintmax_t glibc_compat_old_ufromfp##suffix(type x, int how, unsigned width) { return convert(x, how, width, false, false); } \
    OLD_VERSION("ufromfpx" #suffix "@GLIBC_" version) \
    uintmax_t glibc_compat_old_ufromfpx##suffix(type x, int how, unsigned width) { return convert(x, how, width, false, true); }
OLD(float, f, "2.25")
OLD(double, , "2.25")
OLD(long double, l, "2.25")
OLD(float, f32, "2.27")
OLD(double, f64, "2.27")
OLD(double, f32x, "2.27")
OLD(long double, f64x, "2.27")
