// <math.h>: functions of _Float128 that need approximation, from libquadmath; what glibc reports in errno is added.
// Source: math_error(7), and matherr in each page.
#include "quad.h"
#include <math.h>

#if defined __x86_64__
#define ONE(name) static Q name##_q(Q x) { return QUAD(Q, name##q, Q)(x); }
#define TWO(name) static Q name##_q(Q x, Q y) { return QUAD(Q, name##q, Q, Q)(x, y); }
ONE(acos) ONE(acosh) ONE(asin) ONE(asinh) ONE(atan) ONE(atanh) ONE(cbrt) ONE(cosh) ONE(cos) ONE(erf) ONE(erfc) ONE(exp) ONE(exp2) ONE(expm1)
ONE(j0) ONE(j1) ONE(lgamma) ONE(log) ONE(log10) ONE(log1p) ONE(log2) ONE(sin) ONE(sinh) ONE(tan) ONE(tanh) ONE(tgamma) ONE(y0) ONE(y1)
TWO(atan2) TWO(fmod) TWO(hypot) TWO(pow) TWO(remainder)

/// Some of the library's functions set errno, others do not; only what is told here counts.
#define KEEPING_ERRNO(expression) __extension__ ({ int saved = errno; Q value = expression; errno = saved; value; })

#define SAME(name) Q name##f128(Q x) { return KEEPING_ERRNO(name##_q(x)); }
#define DOMAIN(name) \
    Q name##f128(Q x) \
    { \
        Q r = KEEPING_ERRNO(name##_q(x)); \
        domain_error(is_nan(r) && !is_nan(x)); \
        return r; \
    }
#define OVERFLOWS(name) \
    Q name##f128(Q x) \
    { \
        Q r = KEEPING_ERRNO(name##_q(x)); \
        range_error(!is_finite(r) && is_finite(x)); \
        return r; \
    }
#define EXPONENTIAL(name, function) \
    Q name##f128(Q x) \
    { \
        Q r = KEEPING_ERRNO(function(x)); \
        range_error((!is_finite(r) || r == 0) && is_finite(x)); \
        return r; \
    }
#define LOGARITHM(name, pole) \
    Q name##f128(Q x) \
    { \
        /* Comparing a NaN would raise "invalid". */ \
        if (is_nan(x)) return x + x; \
        Q r = KEEPING_ERRNO(name##_q(x)); \
        range_error(x == (pole)); \
        domain_error(x < (pole)); \
        return r; \
    }
SAME(asinh) SAME(atan) SAME(cbrt) SAME(erf) SAME(tanh) SAME(j0)
DOMAIN(acos) DOMAIN(asin) DOMAIN(acosh) DOMAIN(sin) DOMAIN(cos) DOMAIN(tan)
OVERFLOWS(cosh) OVERFLOWS(sinh) OVERFLOWS(expm1)
LOGARITHM(log, 0) LOGARITHM(log2, 0) LOGARITHM(log10, 0) LOGARITHM(log1p, -1) LOGARITHM(y0, 0)
EXPONENTIAL(exp, exp_q) EXPONENTIAL(exp2, exp2_q)

// 10^x as 10^whole * 2^(rest * log2(10)): the product of the small rest loses nothing that counts.
static Q exp10_q(Q x)
{
    if (!is_finite(x)) return exp_q(x);
    if (x > 5000 || x < -5100) return exp_q(x > 0 ? 20000 : -20000);
    int whole = (int)(x < 0 ? x - 0.5Q : x + 0.5Q);
    Q rest = x - whole, power = 1, ten = 10;
    for (int n = whole < 0 ? -whole : whole; n; n >>= 1, ten *= n ? ten : 1)
        if (n & 1) power *= ten;
    Q fraction = rest == 0 ? 1 : exp2_q(rest * 3.32192809488736234787031942948939017586483139302458061205475639581Q);
    if (whole >= 0) return power * fraction;
    // 10^4932 is the largest power there is: below, two steps.
    if (whole < -4900) {
        Q small = 1, base = 10;
        for (int n = -whole - 4900; n; n >>= 1, base *= n ? base : 1)
            if (n & 1) small *= base;
        power = 1, base = 10;
        for (int n = 4900; n; n >>= 1, base *= n ? base : 1)
            if (n & 1) power *= base;
        return fraction / power / small;
    }
    return fraction / power;
}
EXPONENTIAL(exp10, exp10_q)

Q erfcf128(Q x)
{
    Q r = KEEPING_ERRNO(erfc_q(x));
    range_error(r == 0 && is_finite(x));
    return r;
}

Q atanhf128(Q x)
{
    if (is_nan(x)) return x + x;
    Q r = KEEPING_ERRNO(atanh_q(x));
    range_error(magnitude(x) == 1);
    domain_error(magnitude(x) > 1);
    return r;
}

Q atan2f128(Q y, Q x)
{
    Q r = KEEPING_ERRNO(atan2_q(y, x));
    range_error(r == 0 && y != 0 && is_finite(x));
    return r;
}

#define REMAINDER(name) \
    Q name##f128(Q x, Q y) \
    { \
        Q r = KEEPING_ERRNO(name##_q(x, y)); \
        domain_error((is_infinite(x) || y == 0) && !is_nan(x) && !is_nan(y)); \
        return r; \
    }
REMAINDER(fmod) REMAINDER(remainder)

Q remquof128(Q x, Q y, int *quotient)
{
    if (is_nan(x) || is_nan(y)) return x + y;
    return KEEPING_ERRNO(QUAD(Q, remquoq, Q, Q, int *)(x, y, quotient));
}

Q hypotf128(Q x, Q y)
{
    if ((is_infinite(x) || is_infinite(y)) && !is_signaling(x) && !is_signaling(y)) return Q_INFINITY;
    Q r = KEEPING_ERRNO(hypot_q(x, y));
    range_error(!is_finite(r) && is_finite(x) && is_finite(y));
    return r;
}

Q powf128(Q x, Q y)
{
    Q r = KEEPING_ERRNO(pow_q(x, y));
    if (!is_finite(r)) {
        if (is_finite(x) && is_finite(y)) errno = is_nan(r) ? EDOM : ERANGE;
    } else {
        range_error(r == 0 && is_finite(x) && x != 0 && is_finite(y));
    }
    return r;
}

Q fmaf128(Q x, Q y, Q z) { return KEEPING_ERRNO(QUAD(Q, fmaq, Q, Q, Q)(x, y, z)); }

void sincosf128(Q x, Q *sine, Q *cosine)
{
    int saved = errno;
    QUAD(void, sincosq, Q, Q *, Q *)(x, sine, cosine);
    errno = saved;
    domain_error(is_infinite(x));
}

Q j1f128(Q x)
{
    Q r = KEEPING_ERRNO(j1_q(x));
    range_error(r == 0 && x != 0 && is_finite(x));
    return r;
}

Q jnf128(int n, Q x)
{
    Q r = KEEPING_ERRNO(QUAD(Q, jnq, int, Q)(n, x));
    range_error(r == 0 && x != 0 && is_finite(x));
    return r;
}

Q y1f128(Q x)
{
    if (is_nan(x)) return x + x;
    Q r = KEEPING_ERRNO(y1_q(x));
    domain_error(x < 0);
    range_error(x == 0 || (is_infinite(r) && is_finite(x) && x > 0));
    return r;
}

Q ynf128(int n, Q x)
{
    if (is_nan(x)) return x + x;
    Q r = KEEPING_ERRNO(QUAD(Q, ynq, int, Q)(n, x));
    domain_error(x < 0);
    range_error(x == 0 || (is_infinite(r) && is_finite(x) && x > 0));
    return r;
}

/// The sign of gamma goes to `sign`: negative between -1 and 0, and from there on in every second interval.
Q lgammaf128_r(Q x, int *sign)
{
    Q floorf128(Q);
    *sign = 1;
    if (is_finite(x) && (x < 0 || negative(x))) {
        Q low = floorf128(x), half = low / 2;
        *sign = x == 0 ? -1 : x != low && floorf128(half) != half ? -1 : 1;
    }
    Q r = KEEPING_ERRNO(lgamma_q(x));
    range_error(!is_finite(r) && is_finite(x));
    return r;
}

Q lgammaf128(Q x)
{
    int sign;
    Q r = lgammaf128_r(x, &sign);
    signgam = sign;
    return r;
}

Q tgammaf128(Q x)
{
    Q r = KEEPING_ERRNO(tgamma_q(x));
    if (x == 0) errno = ERANGE;
    else if (is_nan(r) && !is_nan(x)) errno = EDOM;
    else range_error((!is_finite(r) || r == 0) && is_finite(x));
    return r;
}

#define FINITE(name) __typeof__(name##f128) __##name##f128_finite __attribute__((alias(#name "f128")));
FINITE(acos) FINITE(acosh) FINITE(asin) FINITE(atan2) FINITE(atanh) FINITE(cosh) FINITE(exp10) FINITE(exp2) FINITE(exp) FINITE(fmod) FINITE(hypot)
FINITE(j0) FINITE(j1) FINITE(jn) FINITE(log10) FINITE(log2) FINITE(log) FINITE(pow) FINITE(remainder) FINITE(sinh) FINITE(y0) FINITE(y1) FINITE(yn)
Q __lgammaf128_r_finite(Q, int *) __attribute__((alias("lgammaf128_r")));
Q floorf128(Q);

/// The gamma function's size; its sign where that can be negative, else 0.
Q __gammaf128_r_finite(Q x, int *sign)
{
    Q result = tgammaf128(x);
    *sign = x < 0 && x != floorf128(x) ? (result < 0 ? -1 : 1) : 0;
    return *sign < 0 ? -result : result;
}
#endif
