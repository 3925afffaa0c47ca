// <math.h>: powers in long double, glibc's within one unit of the last place; musl's powl is off by up to some.
//
// log2 of the base: the base times a short number from a table is 1 + r exactly, with |r| < 1/127, and the logarithm of that is a series.
// 2^t: two tables take ten bits of the fraction away, a series has the rest. All in integers, so no rounding mode matters before the end.
#include "power.h"
#include "power-tables.h"
#include <fenv.h>
#include <math.h>
#include <stdint.h>

typedef unsigned __int128 u128;

/// The upper half of a product.
static inline u128 upper(u128 a, u128 b)
{
    uint64_t a1 = a >> 64, a0 = a, b1 = b >> 64, b0 = b;
    u128 cross = (u128)a1 * b0, other = (u128)a0 * b1, low = (u128)a0 * b0;
    u128 middle = (low >> 64) + (uint64_t)cross + (uint64_t)other;
    return (u128)a1 * b1 + (cross >> 64) + (other >> 64) + (middle >> 64);
}

static inline int leading_zeros(u128 a)
{
    uint64_t high = a >> 64;
    return high ? __builtin_clzl(high) : 64 + __builtin_clzl((uint64_t)a);
}

/// `mantissa` / 2^scale.
static inline struct wide normalized(u128 mantissa, int scale, int negative)
{
    if (!mantissa)
        return (struct wide){0, 0, 0};
    int shift = leading_zeros(mantissa);
    return (struct wide){mantissa << shift, 127 - scale - shift, negative};
}

/// The bits of a finite x > 0: mantissa / 2^63 * 2^exponent.
static inline uint64_t parts(long double x, int *exponent)
{
    union { long double number; struct { uint64_t mantissa; uint16_t exponent; } bits; } u = {x};
    int biased = u.bits.exponent & 0x7fff, shift = __builtin_clzl(u.bits.mantissa);
    // A subnormal number has the smallest normal one's exponent.
    *exponent = (biased ? biased : 1) - 16383 - shift;
    return u.bits.mantissa << shift;
}

/// log2(1 + r) for r = `size` / 2^scale, or its negative, below 1/127.
static struct wide series(u128 size, int scale, int negative)
{
    struct wide r = normalized(size, scale, negative);
    if (!size)
        return r;
    int shift = -1 - r.exponent; // r in parts of 2^128 is the mantissa, moved this far.
    u128 part = shift < 128 ? r.mantissa >> shift : 0;
    // 1 - r/2 + r^2/3 ...; in 64 bits as long as the powers of r that follow leave no more of it.
    uint64_t part64 = part >> 64, sum64 = RECIPROCALS[17] >> 64;
    for (int k = 16; k >= 9; k--) {
        uint64_t step = (u128)part64 * sum64 >> 64, base = RECIPROCALS[k] >> 64;
        sum64 = negative ? base + step : base - step;
    }
    u128 sum = (u128)sum64 << 64;
    for (int k = 8; k >= 0; k--) {
        u128 step = upper(part, sum);
        sum = negative ? RECIPROCALS[k] + step : RECIPROCALS[k] - step;
    }
    struct wide result = normalized(upper(upper(r.mantissa, sum), LOG2_E), 125, negative);
    result.exponent += r.exponent;
    return result;
}

struct wide glibc_compat_log2(long double x)
{
    int exponent;
    uint64_t mantissa = parts(x, &exponent);
    unsigned index = mantissa >> 56 & 127;
    // Above the root of 2, as in the table.
    int half = index >= 53;
    u128 near = (u128)mantissa * INVERSES[index], one = (u128)1 << (72 + half);
    int below = near < one;
    struct wide rest = series(below ? one - near : near - one, 72 + half, below);
    exponent += half;
    if (exponent == 0 && INVERSES[index] == 512)
        return rest;
    // In parts of 2^112.
    __int128 sum = ((__int128)(exponent - 1) << 112) + (__int128)LOGARITHMS[index];
    int shift = 15 - rest.exponent;
    if (shift < 128)
        sum += below ? -(__int128)(rest.mantissa >> shift) : (__int128)(rest.mantissa >> shift);
    return normalized(sum < 0 ? -(u128)sum : (u128)sum, 112, sum < 0);
}

struct wide glibc_compat_log2_1p(long double x)
{
    int exponent;
    if (x == 0)
        return (struct wide){0, 0, 0};
    if (fabsl(x) < 0x1p-7L) {
        uint64_t mantissa = parts(fabsl(x), &exponent);
        return series((u128)mantissa << 64, 127 - exponent, x < 0);
    }
    // The sum, and what its rounding lost: less than one part of 2^63, so its own logarithm needs no more than its first term.
    volatile long double sum = 1 + x, rest = fabsl(x) > 1 ? sum - x : sum - 1;
    long double lost = (fabsl(x) > 1 ? 1 - rest : x - rest) / sum * 0xb8aa3b295c17f0bcp-63L;
    struct wide most = glibc_compat_log2(sum);
    if (lost == 0)
        return most;
    __int128 total = most.mantissa >> (15 - most.exponent), part = 0;
    uint64_t mantissa = parts(fabsl(lost), &exponent);
    if (exponent > -112)
        part = (u128)mantissa << 64 >> (15 - exponent);
    total = (most.negative ? -total : total) + (lost < 0 ? -part : part);
    return normalized(total < 0 ? -(u128)total : (u128)total, 112, total < 0);
}

struct wide glibc_compat_wide_over(struct wide a, unsigned long divisor)
{
    u128 quotient = a.mantissa / divisor, rest = a.mantissa % divisor;
    if (!a.mantissa)
        return a;
    // No more than 64 bits are missing, and the remainder has 64.
    int shift = leading_zeros(quotient);
    quotient = quotient << shift | (rest << shift) / divisor;
    return (struct wide){quotient, a.exponent - shift, a.negative};
}

struct wide glibc_compat_wide_times(struct wide a, long double factor)
{
    int exponent, negative = factor < 0;
    if (factor == 0 || !a.mantissa)
        return (struct wide){0, 0, 0};
    uint64_t mantissa = parts(negative ? -factor : factor, &exponent);
    struct wide result = normalized(upper(a.mantissa, (u128)mantissa << 64), 126, a.negative ^ negative);
    result.exponent += a.exponent + exponent;
    return result;
}

/// Too large or too small for a number, with the exceptions.
static long double beyond(int small, int negative)
{
    volatile long double extreme = small ? 0x1p-16000L : 0x1p16000L;
    return (negative ? -extreme : extreme) * extreme;
}

/// mantissa / 2^127 * 2^exponent below the normal numbers: rounded once, at the place where a subnormal number ends.
static long double subnormal(u128 mantissa, int exponent, int negative)
{
    int shift = -16382 - exponent;
    if (shift > 66)
        return beyond(1, negative);
    // What stays of the 64 bits, a whole number, and what is lost of it.
    uint64_t high = mantissa >> 64, kept = shift < 64 ? high >> shift : 0;
    long double lost = shift < 64 ? ldexpl((long double)(high & ((1ULL << shift) - 1)), -shift) : ldexpl((long double)high, -shift);
    lost += (uint64_t)mantissa ? 0x1p-64L : 0;
    long double one = 0x1p63L, number = kept;
    volatile long double sum = negative ? -one - number : one + number;
    sum += negative ? -lost : lost;
    if (lost != 0)
        feraiseexcept(FE_UNDERFLOW | FE_INEXACT);
    long double result = ldexpl(negative ? sum + one : sum - one, -16445);
    return negative ? -fabsl(result) : result;
}

long double glibc_compat_exp2(struct wide x, int negative)
{
    long double one = negative ? -1 : 1;
    if (!x.mantissa)
        return one;
    if (x.exponent >= 15)
        return beyond(x.negative, negative);
    if (x.exponent < -70) {
        volatile long double tiny = x.negative ? -0x1p-70L : 0x1p-70L;
        return negative ? -1 - tiny : 1 + tiny;
    }
    // In parts of 2^112: a whole number and a fraction from 0 to 1.
    __int128 parts = x.mantissa >> (15 - x.exponent);
    if (x.negative)
        parts = -parts;
    int whole = (int)(parts >> 112);
    u128 fraction = (u128)parts << 16, rest = fraction << 10 >> 10, sum = 0;
    for (int k = 9; k >= 0; k--)
        sum = EXPONENTIAL[k] + upper(rest, sum);
    u128 mantissa = ((u128)1 << 127) + (upper(rest, sum) >> 1);
    mantissa = upper(mantissa, upper(POWERS[fraction >> 123], FINE_POWERS[fraction >> 118 & 31]) << 1) << 1;
    // Powers that a number, or the middle between two, holds exactly are as near as the calculation's error.
    uint64_t low = mantissa, error = 1ULL << (28 + (x.exponent > 0 ? x.exponent : 0)), middle = 1ULL << 63, off = low & (middle - 1);
    if (off < error || off > middle - error) {
        u128 up = mantissa + error;
        mantissa = up >> 63 << 63;
        if (!(mantissa >> 127)) {
            mantissa = (u128)1 << 127;
            whole++;
        }
    }
    if (whole < -16382)
        return subnormal(mantissa, whole, negative);
    if (whole > 16383)
        return beyond(0, negative);
    long double high = (uint64_t)(mantissa >> 64), lower = (long double)(uint64_t)mantissa * 0x1p-64L;
    volatile long double rounded = negative ? -high - lower : high + lower;
    return scalbnl(rounded, whole - 63);
}

static int is_signaling(long double x)
{
    union { long double number; uint64_t mantissa; } bits = {x};
    return isnan(x) && !(bits.mantissa >> 62 & 1);
}

/// 0: no whole number, 1: odd, 2: even.
static int wholeness(long double y)
{
    if (isinf(y) || fabsl(y) >= 0x1p64L)
        return 2;
    uint64_t number = (uint64_t)fabsl(y);
    return (long double)number != fabsl(y) ? 0 : number & 1 ? 1 : 2;
}

long double glibc_compat_powl(long double x, long double y)
{
    if (isnan(x) || isnan(y)) {
        // Not 1 for a signalling NaN.
        if (is_signaling(x) || is_signaling(y)) return x + y;
        return y == 0 || x == 1 ? 1 : x + y;
    }
    if (y == 0 || x == 1)
        return 1;
    if (isinf(y)) {
        if (x == -1)
            return 1;
        return (fabsl(x) > 1) == (y > 0) ? INFINITY : 0;
    }
    int kind = wholeness(y), negative = signbit(x) && kind == 1;
    if (x == 0 || isinf(x)) {
        if (x == 0 && y < 0) {
            volatile long double zero = negative ? -0.0L : 0.0L;
            return 1 / zero;
        }
        long double size = (x == 0) == (y > 0) ? 0 : INFINITY;
        return negative ? -size : size;
    }
    if (x < 0 && !kind) {
        volatile long double none = 0;
        return none / none;
    }
    if (x == -1)
        return negative ? -1 : 1;
    return glibc_compat_exp2(glibc_compat_wide_times(glibc_compat_log2(fabsl(x)), y), negative);
}
