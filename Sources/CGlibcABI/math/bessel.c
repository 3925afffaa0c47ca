// <math.h>: the Bessel functions in long double. Source: j0(3), y0(3).
//
// Up to 32 polynomials, which are exact at the functions' zeros (tools/make-bessel-tables); beyond, sine and cosine with the amplitudes P and Q.
// Higher orders follow from the first two by recurrence, in the direction in which errors do not grow.
#include "bessel-tables.h"
#include <errno.h>
#include <fenv.h>
#include <math.h>

static long double evaluate(struct polynomial p, long double x)
{
    const long double *c = COEFFICIENTS + p.first;
    long double sum = c[p.count - 1];
    for (int i = p.count - 2; i >= 0; i--)
        sum = sum * x + c[i];
    return sum;
}

/// Of an x that the pieces reach.
static long double between(const struct segment *segment, long double x)
{
    while (x >= segment->end)
        segment++;
    // The middle is a short number, so the first difference is exact.
    long double distance = x - segment->high - segment->low, value = evaluate(segment->polynomial, distance);
    return segment->zero ? distance * value : value;
}

/// The sum and the difference of sine and cosine, sin x + cos x and sin x - cos x. One of them may nearly vanish: it is then
/// the quotient of -cos 2x and the other.
static void sum_and_difference(long double x, long double *sum, long double *difference)
{
    long double sine = sinl(x), cosine = cosl(x);
    *sum = sine + cosine;
    *difference = sine - cosine;
    if (x > 0x1p16000L)
        return;
    long double twice = -cosl(x + x);
    if (sine * cosine < 0)
        *sum = twice / *difference;
    else
        *difference = twice / *sum;
}

/// Beyond FAR: of order 0 or 1, of the first or the second kind.
static long double far_away(long double x, int order, int second)
{
    long double sum, difference, w = 1 / x / x;
    sum_and_difference(x, &sum, &difference);
    long double p = evaluate(order ? P1 : P0, w - FAR_MIDDLE), q = evaluate(order ? Q1 : Q0, w - FAR_MIDDLE) / x;
    // The cosine and the sine of x - pi/4 or x - 3 pi/4, times the root of 2.
    long double cosine = order ? difference : sum, sine = order ? -sum : difference;
    long double value = second ? p * sine + q * cosine : p * cosine - q * sine;
    return ROOT_OF_ONE_OVER_PI * value / sqrtl(x);
}

static long double first_kind(int order, long double x)
{
    long double a = fabsl(x), value;
    if (isnan(x))
        return x + x;
    if (isinf(x))
        value = 0;
    else if (a < 1)
        value = order ? a * (0.5L + a * a * evaluate(J1_NEAR, a * a)) : 1 + a * a * evaluate(J0_NEAR, a * a);
    else
        value = a < FAR ? between(order ? J1 : J0, a) : far_away(a, order, 0);
    return order && signbit(x) ? -value : value;
}

/// Of x > 0.
static long double second_kind(int order, long double x)
{
    if (isinf(x))
        return 0;
    if (x >= (order ? 1 : 0.6L))
        return x < FAR ? between(order ? Y1 : Y0, x) : far_away(x, order, 1);
    if (x < 0x1p-40L)
        return order ? -(TWO_OVER_PI / x) : Y0_OF_0 + TWO_OVER_PI * logl(x);
    long double logarithm = TWO_OVER_PI * logl(x), near = evaluate(order ? Y1_NEAR : Y0_NEAR, x * x);
    return order ? logarithm * first_kind(1, x) + x * near - TWO_OVER_PI / x : logarithm * first_kind(0, x) + near;
}

long double j0l(long double x) { return first_kind(0, x); }

long double j1l(long double x)
{
    long double value = first_kind(1, x);
    if (value == 0 && x != 0 && isfinite(x))
        errno = ERANGE;
    return value;
}

/// What is no number to the second kind, with its errors: below 0 a domain error, 0 a pole. True where *result has it.
static int is_special(long double x, long double *result)
{
    if (isnan(x)) {
        *result = x + x;
    } else if (x < 0) {
        feraiseexcept(FE_INVALID);
        errno = EDOM;
        *result = NAN;
    } else if (x == 0) {
        feraiseexcept(FE_DIVBYZERO);
        errno = ERANGE;
        *result = -INFINITY;
    } else {
        return 0;
    }
    return 1;
}

long double y0l(long double x)
{
    long double special;
    return is_special(x, &special) ? special : second_kind(0, x);
}

long double y1l(long double x)
{
    long double value;
    if (is_special(x, &value))
        return value;
    value = second_kind(1, x);
    if (isinf(value))
        errno = ERANGE;
    return value;
}

/// The quotient J(n) / J(n - 1) for n > x: a continued fraction, from so far behind that what is left out does not count.
static long double quotient(unsigned n, long double x)
{
    unsigned last = n;
    for (long double now = 1, before = 0; fabsl(now) < 0x1p70L; last++) {
        long double next = 2.0L * last / x * now - before;
        before = now, now = next;
    }
    long double result = 0;
    for (unsigned k = last; k > n; k--)
        result = 1 / (2.0L * k / x - result);
    return 1 / (2.0L * n / x - result);
}

/// Of n > 1 and x > 0.
static long double first_kind_of_order(unsigned n, long double x)
{
    if (isinf(x))
        return 0;
    if (n <= x) {
        long double before = first_kind(0, x), now = first_kind(1, x);
        for (unsigned k = 1; k < n; k++) {
            long double next = 2.0L * k / x * now - before;
            before = now, now = next;
        }
        return now;
    }
    // (x/2)^n / n! is larger than the result; n! > (n/e)^n.
    if (n * (logl(x) - logl(n) + 1 - 0.69314718055994530942L) < -11600)
        return 0;
    if (x < 0x1p-33L) {
        long double value = 1;
        for (unsigned k = 1; k <= n; k++)
            value *= x / 2 / k;
        return value;
    }
    // Downwards from any start: what comes out at 0 or 1 says by how much all is too large.
    long double now = quotient(n, x), before = 1, start = now;
    for (unsigned k = n - 1; k > 0; k--) {
        long double next = 2.0L * k / x * before - now;
        now = before, before = next;
        if (fabsl(before) > 0x1p8000L)
            before *= 0x1p-8000L, now *= 0x1p-8000L, start *= 0x1p-8000L;
    }
    long double zero = first_kind(0, x), one = first_kind(1, x);
    return fabsl(zero) >= fabsl(one) ? start * (zero / before) : start * (one / now);
}

long double jnl(int n, long double x)
{
    // J(-n, x) = J(n, -x) = (-1)^n J(n, x).
    unsigned order = n < 0 ? -(unsigned)n : (unsigned)n;
    int negative = order & 1 && (n < 0) != (signbit(x) != 0);
    if (isnan(x))
        return x + x;
    if (order == 0)
        return j0l(x);
    long double a = fabsl(x), value = order == 1 ? first_kind(1, a) : a == 0 ? 0 : first_kind_of_order(order, a);
    if (value == 0 && x != 0 && isfinite(x))
        errno = ERANGE;
    return negative ? -value : value;
}

long double ynl(int n, long double x)
{
    unsigned order = n < 0 ? -(unsigned)n : (unsigned)n;
    int negative = n < 0 && order & 1;
    long double special;
    if (is_special(x, &special))
        return negative && isinf(special) ? -special : special;
    if (order == 0)
        return y0l(x);
    long double before = isinf(x) ? 0 : second_kind(0, x), now = second_kind(1, x);
    for (unsigned k = 1; k < order && !isinf(now) && !isinf(x); k++) {
        long double next = 2.0L * k / x * now - before;
        before = now, now = next;
    }
    if (isinf(now))
        errno = ERANGE;
    return negative && (order == 1 || !isinf(x)) ? -now : now;
}
