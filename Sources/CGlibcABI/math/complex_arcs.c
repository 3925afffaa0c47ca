// <complex.h>: the inverse circular and hyperbolic functions. musl's take wrong branches beyond the cuts and make NaNs of infinities.
//
// Computed in long double by Kahan's formulas ("Branch Cuts for Complex Elementary Functions", 1987), in which signed zeros choose the side of
// a cut; what has an infinity or a NaN in it is C's annex G.
#include "complex_long.h"
#include "types.h"
#include <complex.h>
#include <math.h>
#include <stdbool.h>

typedef long double L;
typedef struct { L re, im; } pair;
#define PI 3.14159265358979323846264338327950288L

/// Of finite numbers; the imaginary part has the sign of the operand's.
static pair root(L x, L y)
{
    if (x == 0 && y == 0)
        return (pair){0, y};
    // Scaled so that neither the sum overflows nor a small one loses digits.
    int power = 0;
    L height = fabsl(y);
    frexpl(fabsl(x) > fabsl(y) ? x : y, &power);
    power &= ~1;
    x = scalbnl(x, -power), y = scalbnl(y, -power);
    L big = scalbnl(sqrtl((hypotl(x, y) + fabsl(x)) / 2), power / 2), small = height / (2 * big);
    return x >= 0 ? (pair){big, copysignl(small, y)} : (pair){small, copysignl(big, y)};
}

static pair arc_hyperbolic_sine(L x, L y)
{
    if (isfinite(x) && isfinite(y)) {
        // asinh(z) is asin with both parts exchanged: of y + i x.
        pair minus = root(1 - y, -x), plus = root(1 + y, x);
        L scale = minus.re * plus.re - minus.im * plus.im;
        L grown = minus.re * plus.im - minus.im * plus.re;
        return (pair){copysignl(asinhl(fabsl(grown)), x), atan2l(y, scale)};
    }
    if (isnan(x))
        return isinf(y) ? (pair){INFINITY, NAN} : y == 0 ? (pair){NAN, y} : (pair){NAN, NAN};
    if (isnan(y))
        return isinf(x) ? (pair){x, NAN} : (pair){NAN, NAN};
    if (isinf(y))
        return (pair){copysignl(INFINITY, x), copysignl(isinf(x) ? PI / 4 : PI / 2, y)};
    return (pair){x, copysignl(0, y)};
}

static pair arc_hyperbolic_cosine(L x, L y)
{
    if (isfinite(x) && isfinite(y)) {
        pair minus = root(x - 1, y), plus = root(x + 1, y);
        return (pair){asinhl(minus.re * plus.re + minus.im * plus.im), 2 * atan2l(minus.im, plus.re)};
    }
    if (isnan(x))
        return isinf(y) ? (pair){INFINITY, NAN} : (pair){NAN, NAN};
    if (isnan(y))
        return isinf(x) ? (pair){INFINITY, NAN} : x == 0 ? (pair){NAN, PI / 2} : (pair){NAN, NAN};
    if (isinf(y))
        return (pair){INFINITY, copysignl(isinf(x) ? x > 0 ? PI / 4 : 3 * PI / 4 : PI / 2, y)};
    return (pair){INFINITY, copysignl(x > 0 ? 0 : PI, y)};
}

static pair arc_cosine(L x, L y)
{
    if (isfinite(x) && isfinite(y)) {
        pair minus = root(1 - x, -y), plus = root(1 + x, y);
        L grown = plus.re * minus.im - plus.im * minus.re;
        return (pair){2 * atan2l(minus.re, plus.re), copysignl(asinhl(fabsl(grown)), -y)};
    }
    // Elsewhere the two differ by a factor of i whose sign makes the real part positive.
    pair w = arc_hyperbolic_cosine(x, y);
    return (pair){isnan(w.im) ? NAN : fabsl(w.im), isnan(w.re) ? NAN : isnan(y) ? -w.re : copysignl(w.re, -y)};
}

static pair arc_hyperbolic_tangent(L x, L y)
{
    if (isfinite(x) && isfinite(y)) {
        L size = fabsl(x), re;
        if (size == 1 && y == 0)
            re = 1 / (1 - size);
        else
            re = log1pl(4 * size / ((1 - size) * (1 - size) + y * y)) / 4;
        return (pair){copysignl(re, x), atan2l(2 * y, (1 - size) * (1 + size) - y * y) / 2};
    }
    if (isinf(y))
        return (pair){isnan(x) ? 0 : copysignl(0, x), copysignl(PI / 2, y)};
    if (isinf(x))
        return (pair){copysignl(0, x), isnan(y) ? NAN : copysignl(PI / 2, y)};
    return (pair){x == 0 ? x : NAN, NAN};
}

// Of the other function with both parts exchanged, and back.
#define EXCHANGED(function, x, y) ({ pair other = function(y, x); (pair){other.im, other.re}; })
#define DEFINE_ONE(type, name, expression) \
    _Complex type name(_Complex type z) \
    { \
        L x = __real__ z, y = __imag__ z; \
        pair w = expression; \
        return __builtin_complex((type)w.re, (type)w.im); \
    }
#define DEFINE(type, suffix) \
    DEFINE_ONE(type, JOIN(casinh, suffix), arc_hyperbolic_sine(x, y)) \
    DEFINE_ONE(type, JOIN(cacosh, suffix), arc_hyperbolic_cosine(x, y)) \
    DEFINE_ONE(type, JOIN(catanh, suffix), arc_hyperbolic_tangent(x, y)) \
    DEFINE_ONE(type, JOIN(casin, suffix), EXCHANGED(arc_hyperbolic_sine, x, y)) \
    DEFINE_ONE(type, JOIN(cacos, suffix), arc_cosine(x, y)) \
    DEFINE_ONE(type, JOIN(catan, suffix), EXCHANGED(arc_hyperbolic_tangent, x, y))
FLOATING_TYPES(DEFINE)

/// csqrt(3) of long double, which musl computes in double.
_Complex long double csqrtl(_Complex long double z)
{
    L x = __real__ z, y = __imag__ z;
    if (!isfinite(x) || !isfinite(y))
        return csqrt(glibc_compat_short(z));
    pair w = root(x, y);
    return __builtin_complex(w.re, w.im);
}
