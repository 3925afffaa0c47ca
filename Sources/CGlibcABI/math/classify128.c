// <math.h>: what a _Float128 is, by its bits: one of sign, 15 of exponent, 112 of fraction. Source: IEEE 754 binary128, TS 18661-3.
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#if defined __x86_64__
struct bits { uint64_t low, high; };

static struct bits bits_of(__float128 x)
{
    struct bits b;
    memcpy(&b, &x, sizeof b);
    return b;
}

static __float128 value_of(struct bits b)
{
    __float128 x;
    memcpy(&x, &b, sizeof x);
    return x;
}

static int exponent(struct bits b) { return b.high >> 48 & 0x7fff; }
static bool fraction(struct bits b) { return (b.high << 16) | b.low; }

int __isnanf128(__float128 x) { struct bits b = bits_of(x); return exponent(b) == 0x7fff && fraction(b); }
int __finitef128(__float128 x) { return exponent(bits_of(x)) != 0x7fff; }
int __signbitf128(__float128 x) { return bits_of(x).high >> 63; }

int __isinff128(__float128 x)
{
    struct bits b = bits_of(x);
    return exponent(b) != 0x7fff || fraction(b) ? 0 : b.high >> 63 ? -1 : 1;
}

int __fpclassifyf128(__float128 x)
{
    struct bits b = bits_of(x);
    if (exponent(b) == 0x7fff)
        return fraction(b) ? FP_NAN : FP_INFINITE;
    return exponent(b) ? FP_NORMAL : fraction(b) ? FP_SUBNORMAL : FP_ZERO;
}

int __issignalingf128(__float128 x)
{
    struct bits b = bits_of(x);
    return exponent(b) == 0x7fff && fraction(b) && !(b.high >> 47 & 1);
}

__float128 fabsf128(__float128 x)
{
    struct bits b = bits_of(x);
    b.high &= INT64_MAX;
    return value_of(b);
}

__float128 copysignf128(__float128 x, __float128 y)
{
    struct bits b = bits_of(x);
    b.high = (b.high & INT64_MAX) | (bits_of(y).high & ~(uint64_t)INT64_MAX);
    return value_of(b);
}
#endif
