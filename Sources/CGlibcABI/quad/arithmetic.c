// <math.h>: arithmetic of _Float128: the square root, correctly rounded; sums and their like rounded once to a narrower type; maxima and minima.
// Source: TS 18661-1, 7.12.14; C23 7.12.12, F.10.9.
#include "quad.h"

#if defined __x86_64__
/// The whole root of fraction << (112 + odd), of which two bits enter at a time: 113 bits, and what is left.
static Bits root(Bits fraction, int odd, Bits *rest)
{
    Bits result = 0, remainder = 0;
    for (int pair = (113 + 112 + odd + 1) / 2 - 1; pair >= 0; pair--) {
        int low = 2 * pair - (112 + odd);
        unsigned two = low >= 0 ? (unsigned)(fraction >> low) & 3 : low == -1 ? (unsigned)(fraction << 1) & 3 : 0;
        remainder = remainder << 2 | two;
        Bits trial = result << 2 | 1;
        result <<= 1;
        if (remainder >= trial) remainder -= trial, result |= 1;
    }
    *rest = remainder;
    return result;
}

/// Correctly rounded in every mode. Source: IEEE 754, 5.4.1.
Q sqrtf128(Q x)
{
    if (is_nan(x) || x == 0 || (is_infinite(x) && !negative(x))) return x + x;
    if (negative(x)) {
        errno = EDOM;
        feraiseexcept(FE_INVALID);
        return value_of((Bits)EXPONENT_MAX << FRACTION_BITS | QUIET_BIT | SIGN_MASK);
    }
    Bits fraction = bits_of(x) & FRACTION_MASK;
    int exponent = exponent_of(x);
    if (!exponent) {
        for (exponent = 1; !(fraction >> FRACTION_BITS); exponent--) fraction <<= 1;
    } else {
        fraction |= (Bits)1 << FRACTION_BITS;
    }
    exponent -= BIAS;
    int odd = exponent & 1;
    Bits rest;
    Bits result = root(fraction, odd, &rest);
    exponent = (exponent - odd) / 2;
    Q low = value_of((Bits)(exponent + BIAS) << FRACTION_BITS | (result & FRACTION_MASK));
    if (!rest) return low;
    // The root lies between `low` and its neighbour, never in the middle, above which it is where the rest is more than the root. Adding a
    // quarter or three quarters of the step rounds as the mode says.
    Q step = value_of((Bits)(exponent + BIAS - FRACTION_BITS) << FRACTION_BITS);
    return low + step * (rest > result ? 0.75Q : 0.25Q);
}

__typeof__(sqrtf128) __sqrtf128_finite __attribute__((alias("sqrtf128"), copy(sqrtf128)));

/// What the wide operation cut off shows in its last bit, so that the second rounding is the only one.
static Q to_odd(Q x, int inexact) { return inexact && is_finite(x) ? value_of(bits_of(x) | 1) : x; }

static void report(Q wide, bool nan_operand, bool infinite_operand, bool infinite_result, bool vanished)
{
    if (is_nan(wide)) {
        if (!nan_operand) errno = EDOM;
    } else if ((infinite_result && !infinite_operand) || vanished) {
        errno = ERANGE;
    }
}

#define NARROW(name, type, parameters, operands, expression, nans, infinities, exact_zero, reports) \
    type name parameters \
    { \
        fenv_t environment; \
        operands \
        feholdexcept(&environment); \
        fesetround(FE_TOWARDZERO); \
        volatile Q wide = expression; \
        int raised = fetestexcept(FE_ALL_EXCEPT); \
        fesetenv(&environment); \
        feraiseexcept(raised & (FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW)); \
        /* The sign of an exact zero is that of the program's own mode. */ \
        if (wide == 0 && !(raised & FE_INEXACT)) wide = expression; \
        volatile type result = (type)to_odd(wide, raised & FE_INEXACT); \
        if (reports) report(wide, nans, infinities, __builtin_isinf(result), result == 0 && !(exact_zero)); \
        return result; \
    }
#define ONE volatile Q a = x;
#define TWO volatile Q a = x, b = y;
#define THREE volatile Q a = x, b = y, c = z;
#define BINARY(name, type, operation, exact) \
    NARROW(name, type, (Q x, Q y), TWO, a operation b, is_nan(x) || is_nan(y), is_infinite(x) || is_infinite(y), exact, 1)
#define FAMILY(prefix, type) \
    BINARY(prefix##addf128, type, +, x == -y) \
    BINARY(prefix##subf128, type, -, x == y) \
    BINARY(prefix##mulf128, type, *, x == 0 || y == 0) \
    BINARY(prefix##divf128, type, /, x == 0 || is_infinite(y)) \
    NARROW(prefix##sqrtf128, type, (Q x), ONE, sqrtf128(a), is_nan(x), is_infinite(x), x == 0, 1) \
    /* glibc's fused forms leave errno alone. */ \
    NARROW(prefix##fmaf128, type, (Q x, Q y, Q z), THREE, QUAD(Q, fmaq, Q, Q, Q)(a, b, c), 1, 1, 1, 0)
FAMILY(f32, float)
FAMILY(f32x, double)
FAMILY(f64, double)
FAMILY(f64x, long double)

static bool more(Q x, Q y) { return x > y || (x == y && negative(y) && !negative(x)); }
static bool more_magnitude(Q x, Q y) { Q a = magnitude(x), b = magnitude(y); return a > b || (a == b && more(x, y)); }
static bool less_magnitude(Q x, Q y) { Q a = magnitude(x), b = magnitude(y); return a < b || (a == b && more(y, x)); }

/// The operand that is no NaN; the addition raises what a signaling one must raise.
static Q number(Q x, Q y)
{
    volatile Q sum = x + y;
    return !is_nan(x) ? x : !is_nan(y) ? y : sum;
}
static bool unordered(Q x, Q y) { return is_nan(x) || is_nan(y); }

Q fmaximumf128(Q x, Q y) { return unordered(x, y) ? x + y : more(x, y) ? x : y; }
Q fminimumf128(Q x, Q y) { return unordered(x, y) ? x + y : more(x, y) ? y : x; }
Q fmaximum_numf128(Q x, Q y) { return unordered(x, y) ? number(x, y) : more(x, y) ? x : y; }
Q fminimum_numf128(Q x, Q y) { return unordered(x, y) ? number(x, y) : more(x, y) ? y : x; }
Q fmaximum_magf128(Q x, Q y) { return unordered(x, y) ? x + y : more_magnitude(x, y) ? x : y; }
Q fminimum_magf128(Q x, Q y) { return unordered(x, y) ? x + y : less_magnitude(x, y) ? x : y; }
Q fmaximum_mag_numf128(Q x, Q y) { return unordered(x, y) ? number(x, y) : more_magnitude(x, y) ? x : y; }
Q fminimum_mag_numf128(Q x, Q y) { return unordered(x, y) ? number(x, y) : less_magnitude(x, y) ? x : y; }

/// The older functions give a NaN where one operand signals.
static Q older_number(Q x, Q y)
{
    return is_signaling(x) || is_signaling(y) ? x + y : number(x, y);
}
// Which of two zeros they give is not specified: as glibc, the first; by magnitude, the second. The compiler may exchange the operands of fmax,
// so the functions do not call one another.
static Q larger(Q x, Q y) { return unordered(x, y) ? older_number(x, y) : x >= y ? x : y; }
static Q smaller(Q x, Q y) { return unordered(x, y) ? older_number(x, y) : x <= y ? x : y; }
static int magnitudes(Q x, Q y) { Q a = magnitude(x), b = magnitude(y); return (a > b) - (a < b); }
Q fmaxf128(Q x, Q y) { return larger(x, y); }
Q fminf128(Q x, Q y) { return smaller(x, y); }
Q fmaxmagf128(Q x, Q y) { int order = magnitudes(x, y); return unordered(x, y) || !order ? larger(y, x) : order > 0 ? x : y; }
Q fminmagf128(Q x, Q y) { int order = magnitudes(x, y); return unordered(x, y) || !order ? smaller(y, x) : order < 0 ? x : y; }

Q fdimf128(Q x, Q y)
{
    if (unordered(x, y)) return x + y;
    Q result = x > y ? x - y : 0;
    range_error(is_infinite(result) && is_finite(x) && is_finite(y));
    return result;
}
#endif
