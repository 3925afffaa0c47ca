// <math.h>: arithmetic whose result is of a narrower type, rounded once. Source: TS 18661-1, 7.12.14.
//
// Rounding first to the wide type and then to the narrow one would round twice. So the wide operation truncates, and where it was
// inexact its last bit is set: that bit lies below what the narrow type can see, so the second rounding is the only one.
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

static double odd(double x, int inexact)
{
    uint64_t bits;
    if (!inexact || !isfinite(x))
        return x;
    memcpy(&bits, &x, sizeof bits);
    bits |= 1;
    memcpy(&x, &bits, sizeof bits);
    return x;
}

static long double odd_extended(long double x, int inexact)
{
    uint64_t fraction;
    if (!inexact || !isfinite(x))
        return x;
    memcpy(&fraction, &x, sizeof fraction);
    fraction |= 1;
    memcpy(&x, &fraction, sizeof fraction);
    return x;
}

static void report(int nan_result, int nan_operand, int infinite_result, int infinite_operand, int vanished)
{
    if (nan_result && !nan_operand)
        errno = EDOM;
    else if ((infinite_result && !infinite_operand) || vanished)
        errno = ERANGE;
}

// The operands pass through volatile objects, so that the compiler keeps the operation between the changes of the mode.
#define NARROW(name, result_type, type, make_odd, parameters, operands, expression, is_nan, is_infinite, zero_is_exact) \
    result_type name parameters \
    { \
        fenv_t environment; \
        operands \
        feholdexcept(&environment); \
        fesetround(FE_TOWARDZERO); \
        volatile type wide = expression; \
        int raised = fetestexcept(FE_ALL_EXCEPT); \
        fesetenv(&environment); \
        feraiseexcept(raised & (FE_INVALID | FE_DIVBYZERO)); \
        volatile result_type result = (result_type)make_odd(wide, (raised & FE_INEXACT) != 0); \
        report(isnan(result), is_nan, isinf(result), is_infinite, result == 0 && !(zero_is_exact)); \
        return result; \
    }
#define ONE(type) volatile type a = x;
#define TWO(type) volatile type a = x, b = y;
#define THREE(type) volatile type a = x, b = y, c = z;
#define BINARY(name, result, type, make_odd, operation, exact) \
    NARROW(name, result, type, make_odd, (type x, type y), TWO(type), a operation b, isnan(x) || isnan(y), isinf(x) || isinf(y), exact)
#define FAMILY(prefix, suffix, result, type, make_odd, root, fused) \
    BINARY(prefix##add##suffix, result, type, make_odd, +, x == -y) \
    BINARY(prefix##sub##suffix, result, type, make_odd, -, x == y) \
    BINARY(prefix##mul##suffix, result, type, make_odd, *, x == 0 || y == 0) \
    BINARY(prefix##div##suffix, result, type, make_odd, /, x == 0 || isinf(y)) \
    NARROW(prefix##sqrt##suffix, result, type, make_odd, (type x), ONE(type), root(a), isnan(x), isinf(x), x == 0) \
    /* glibc's fused forms leave errno alone. */ \
    NARROW(prefix##fma##suffix, result, type, make_odd, (type x, type y, type z), THREE(type), fused(a, b, c), 1, 1, 1)
FAMILY(f, , float, double, odd, sqrt, fma)
FAMILY(f, l, float, long double, odd_extended, sqrtl, fmal)
FAMILY(d, l, double, long double, odd_extended, sqrtl, fmal)

// _Float32x and _Float64 are both double here: nothing to narrow, but what glibc reports in errno stays.
#define PLAIN(name, parameters, expression, is_nan, is_infinite, zero_is_exact) \
    double name parameters \
    { \
        double result = expression; \
        report(isnan(result), is_nan, isinf(result), is_infinite, result == 0 && !(zero_is_exact)); \
        return result; \
    }
PLAIN(f32xaddf64, (double x, double y), x + y, isnan(x) || isnan(y), isinf(x) || isinf(y), x == -y)
PLAIN(f32xsubf64, (double x, double y), x - y, isnan(x) || isnan(y), isinf(x) || isinf(y), x == y)
PLAIN(f32xmulf64, (double x, double y), x * y, isnan(x) || isnan(y), isinf(x) || isinf(y), x == 0 || y == 0)
PLAIN(f32xdivf64, (double x, double y), x / y, isnan(x) || isnan(y), isinf(x) || isinf(y), x == 0 || isinf(y))
PLAIN(f32xsqrtf64, (double x), sqrt(x), isnan(x), isinf(x), x == 0)
double f32xfmaf64(double x, double y, double z) { return fma(x, y, z); }
