// <complex.h>: clog, clog10, and cpow, which rests on clog. Near the unit circle the logarithm of musl's cabs loses every digit.
//
// Source: C's annex G.6.3.2; clog10(3). There |z|² - 1 is summed from products that are exact, of halves with 32 bits each.
#include "types.h"
#include <complex.h>
#include <math.h>

typedef long double L;

// The two parts of the sum of `a` and `b`, exactly (Knuth).
static L add_exactly(L a, L b, L *rest)
{
    volatile L sum = a + b, share = sum - a;
    *rest = (a - (sum - share)) + (b - share);
    return sum;
}

static void square_exactly(L x, L *terms)
{
    // The upper 32 bits of x, and the 32 others.
    volatile L scaled = x * 4294967297.0L, high = scaled - (scaled - x);
    L low = x - high;
    terms[0] = high * high;
    terms[1] = 2 * high * low;
    terms[2] = low * low;
}

/// x² + y² - 1, nearly as exact as the type holds.
static L squares_less_one(L x, L y)
{
    L terms[7];
    square_exactly(x, terms);
    square_exactly(y, terms + 3);
    terms[6] = -1;
    // Each pass moves the sum's leading digits to the end and what they lack to the places before.
    for (int pass = 0; pass < 4; pass++)
        for (int i = 1; i < 7; i++)
            terms[i] = add_exactly(terms[i], terms[i - 1], &terms[i - 1]);
    L sum = 0;
    for (int i = 0; i < 7; i++)
        sum += terms[i];
    return sum;
}

/// log |x + iy|, of finite numbers that are not both 0.
static L log_of_size(L x, L y)
{
    x = fabsl(x), y = fabsl(y);
    L big = x > y ? x : y, small = x > y ? y : x;
    if (big > 0.5L && big < 1.5L && small < 1.25L && big * big + small * small > 0.5L && big * big + small * small < 2)
        return log1pl(squares_less_one(big, small)) / 2;
    int power = ilogbl(big);
    if (power < 8000 && power > -8000)
        return logl(hypotl(big, small));
    return logl(hypotl(scalbnl(big, -power), scalbnl(small, -power))) + power * 0.69314718055994530941723212145817656808L;
}

static L real_part(L x, L y)
{
    if (isinf(x) || isinf(y))
        return INFINITY;
    if (isnan(x) || isnan(y))
        return NAN;
    if (x == 0 && y == 0)
        return -1 / fabsl(x);
    return log_of_size(x, y);
}

#define DEFINE(type, suffix) \
    type complex JOIN(clog, suffix)(type complex z) \
    { \
        type x = __real__ z, y = __imag__ z; \
        return __builtin_complex((type)real_part(x, y), JOIN(atan2, suffix)(y, x)); \
    } \
    type complex JOIN(clog10, suffix)(type complex z) \
    { \
        L x = __real__ z, y = __imag__ z, tenth = 0.43429448190325182765112891891660508229L; \
        return __builtin_complex((type)(real_part(x, y) * tenth), (type)(atan2l(y, x) * tenth)); \
    } \
    /* As in glibc, whatever the parts: cpow(0, 0) is NaN. */ \
    type complex JOIN(cpow, suffix)(type complex base, type complex exponent) \
    { \
        return JOIN(cexp, suffix)(exponent * JOIN(clog, suffix)(base)); \
    }
FLOATING_TYPES(DEFINE)
