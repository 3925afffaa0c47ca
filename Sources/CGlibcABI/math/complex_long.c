// <complex.h>: the elementary functions of long double. musl computes these in double: their digits beyond it are lost, and what is greater or
// smaller than a double.
//
// Source: C's annex G.6; Kahan's formula of ctanh ("Branch Cuts for Complex Elementary Functions", 1987). csqrtl is in complex_arcs.c.
#include "complex_long.h"
#include <complex.h>
#include <math.h>

typedef long double L;
typedef _Complex long double C;

// Where expl overflows, less than half of that.
#define LARGE 11000

static C made(L real, L imaginary) { return __builtin_complex(real, imaginary); }
static int are_finite(C z) { return isfinite(__real__ z) && isfinite(__imag__ z); }

// (a + ib) exp(x) / divisor, where exp(x) may overflow and the product may not: each factor is finite, so that a zero stays one.
static C times_exp(L x, L a, L b, L divisor)
{
    L rest = 1;
    if (x > 2 * LARGE) {
        // From three times as much on everything but a zero overflows.
        rest = x < 3 * LARGE ? expl(x - 2 * LARGE) : expl(LARGE);
        x = 2 * LARGE;
    }
    L half = expl(x / 2);
    return made(a * half / divisor * half * rest, b * half / divisor * half * rest);
}

C cexpl(C z)
{
    L x = __real__ z, y = __imag__ z;
    if (!are_finite(z))
        return cexp(glibc_compat_short(z));
    L cosine = cosl(y), sine = y == 0 ? y : sinl(y);
    if (x > LARGE)
        return times_exp(x, cosine, sine, 1);
    L size = expl(x);
    return made(size * cosine, size * sine);
}

C ccoshl(C z)
{
    L x = __real__ z, y = __imag__ z;
    if (!are_finite(z))
        return ccosh(glibc_compat_short(z));
    L cosine = cosl(y), sine = y == 0 ? y : sinl(y);
    if (fabsl(x) > LARGE)
        return times_exp(fabsl(x), cosine, copysignl(1, x) * sine, 2);
    return made(coshl(x) * cosine, sinhl(x) * sine);
}

C csinhl(C z)
{
    L x = __real__ z, y = __imag__ z;
    if (!are_finite(z))
        return csinh(glibc_compat_short(z));
    L cosine = cosl(y), sine = y == 0 ? y : sinl(y);
    if (fabsl(x) > LARGE)
        return times_exp(fabsl(x), copysignl(1, x) * cosine, sine, 2);
    return made(sinhl(x) * cosine, coshl(x) * sine);
}

C ctanhl(C z)
{
    L x = __real__ z, y = __imag__ z;
    if (!are_finite(z))
        return ctanh(glibc_compat_short(z));
    if (fabsl(x) > 50) {
        // The real part differs from 1 by less than half a digit.
        L size = expl(-fabsl(x));
        return made(copysignl(1, x), 4 * sinl(y) * cosl(y) * size * size);
    }
    L tangent = y == 0 ? y : tanl(y), slope = 1 + tangent * tangent, sine = sinhl(x), divisor = 1 + slope * sine * sine;
    return made(slope * sqrtl(1 + sine * sine) * sine / divisor, tangent / divisor);
}

// The circular functions are the hyperbolic ones of iz.
C ccosl(C z) { return ccoshl(made(-__imag__ z, __real__ z)); }

C csinl(C z)
{
    C w = csinhl(made(-__imag__ z, __real__ z));
    return made(__imag__ w, -__real__ w);
}

C ctanl(C z)
{
    C w = ctanhl(made(-__imag__ z, __real__ z));
    return made(__imag__ w, -__real__ w);
}
