// <math.h>: what a number is, as functions: BSD's, and those behind C23's macros. Source: isinf(3), finite(3), C23 7.12.3.
#include "types.h"
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define DEFINE(type, suffix) \
    int JOIN(__isnan, suffix)(type x) { return __builtin_isnan(x); } \
    int JOIN(__isinf, suffix)(type x) { return __builtin_isinf_sign(x); } \
    int JOIN(__finite, suffix)(type x) { return __builtin_isfinite(x); } \
    int JOIN(__iseqsig, suffix)(type x, type y) \
    { \
        /* Equal or not, a NaN raises "invalid", as the ordered comparisons do. */ \
        volatile int low = x <= y, high = x >= y; \
        if (__builtin_isunordered(x, y)) \
            errno = EDOM; \
        return low && high; \
    }
FLOATING_TYPES(DEFINE)

// A quiet NaN has the first bit of its fraction set. Loaded as integers: moving a signaling NaN through the x87 would quiet it.
int __issignalingf(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (bits & 0x7fffffff) > 0x7f800000 && !(bits & 0x00400000);
}

int __issignaling(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return (bits & INT64_MAX) > 0x7ff0000000000000 && !(bits & 0x0008000000000000);
}

struct extended { uint64_t fraction; uint16_t top; };

static struct extended parts(const long double *x)
{
    struct extended result = {0, 0};
    memcpy(&result, x, 10);
    return result;
}

/// The x87's extended format has encodings that are no numbers: with an exponent but without the leading bit.
static bool invalid_encoding(struct extended x)
{
    return (x.top & 0x7fff) != 0 && !(x.fraction >> 63);
}

int __issignalingl(long double x)
{
    struct extended p = parts(&x);
    if (invalid_encoding(p))
        return 1;
    return (p.top & 0x7fff) == 0x7fff && (p.fraction << 1) != 0 && !(p.fraction >> 62 & 1);
}

int __iscanonicall(long double x)
{
    struct extended p = parts(&x);
    return (p.top & 0x7fff) == 0 ? !(p.fraction >> 63) : (p.fraction >> 63) != 0;
}

// canonicalize: 0 and the canonical value, or 1 for an encoding that has none; a signaling NaN becomes quiet.
int canonicalizef(float *to, const float *x) { volatile float v = *x; *to = __issignalingf(v) ? v + v : v; return 0; }
int canonicalize(double *to, const double *x) { volatile double v = *x; *to = __issignaling(v) ? v + v : v; return 0; }
int canonicalizel(long double *to, const long double *x)
{
    if (invalid_encoding(parts(x))) {
        feraiseexcept(FE_INVALID);
        return 1;
    }
    *to = __issignalingl(*x) ? *x + *x : *x;
    return 0;
}
