// What an infinity or a NaN makes of a result depends on the other part's class, sign and quadrant only: such operands go to the functions of
// double.
#pragma once
#include <complex.h>
#include <float.h>
#include <math.h>

static inline double glibc_compat_short_part(long double part)
{
    if (!isfinite(part) || part == 0)
        return (double)part;
    // As an angle it has the same sine and cosine, but for what no zero may come of.
    double angle = (double)atan2l(sinl(part), cosl(part));
    return angle == 0 ? copysign(DBL_MIN, (double)part) : angle;
}

/// `z`, of which one part is not finite, in double.
static inline double complex glibc_compat_short(long double complex z)
{
    return __builtin_complex(glibc_compat_short_part(__real__ z), glibc_compat_short_part(__imag__ z));
}
