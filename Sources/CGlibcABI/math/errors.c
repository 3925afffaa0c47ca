// <math.h>: errno. glibc's functions report a domain error as EDOM and a range error as ERANGE, musl's leave errno alone.
//
// The result and the exceptions are musl's. What happened is told from operands and result, as glibc's wrappers do it:
// a NaN from numbers, an infinity from numbers, and for some a zero or a subnormal result. Source: math_error(7), matherr in each page.
#include "../include/next.h"
#include "power.h"
#include "types.h"
#include <errno.h>
#include <math.h>
#include <stdbool.h>

static inline void domain(bool is) { if (__builtin_expect(is, 0)) errno = EDOM; }
static inline void range(bool is) { if (__builtin_expect(is, 0)) errno = ERANGE; }

// NEXT turns its operand into a text, so a name that is put together must be so before.
#define EXPANDED_NEXT(function) NEXT(function)

// Outside the domain some of glibc's functions return the positive NaN, where the calculation gives x86's, which is negative: printf shows it.
#define POSITIVE_DOMAIN(type, function) \
    type function(type x) \
    { \
        type r = EXPANDED_NEXT(function)(x); \
        if (__builtin_expect(isnan(r) && !isnan(x), 0)) { \
            errno = EDOM; \
            return (type)NAN; \
        } \
        return r; \
    }
// A NaN from a number: outside the domain.
#define DOMAIN_ONLY(type, function) \
    type function(type x) \
    { \
        type r = EXPANDED_NEXT(function)(x); \
        domain(isnan(r) && !isnan(x)); \
        return r; \
    }
// Too large, where the operand is finite.
#define OVERFLOWS(type, function) \
    type function(type x) \
    { \
        type r = EXPANDED_NEXT(function)(x); \
        range(!isfinite(r) && isfinite(x)); \
        return r; \
    }
// Too large or vanished.
#define EXPONENTIAL(type, function) \
    type function(type x) \
    { \
        type r = EXPANDED_NEXT(function)(x); \
        range((!isfinite(r) || r == 0) && isfinite(x)); \
        return r; \
    }
// Powers of long double are our own; the others are musl's.
static double pow_core(double x, double y) { return NEXT(pow)(x, y); }
static float pow_coref(float x, float y) { return NEXT(powf)(x, y); }
static long double pow_corel(long double x, long double y) { return glibc_compat_powl(x, y); }
static double exp10_core(double x) { return NEXT(exp10)(x); }
static float exp10_coref(float x) { return NEXT(exp10f)(x); }
static long double exp10_corel(long double x) { return glibc_compat_powl(10, x); }
#define TENFOLD(type, function, core) \
    type function(type x) \
    { \
        type r = core(x); \
        range((!isfinite(r) || r == 0) && isfinite(x)); \
        return r; \
    }
// A pole gives a range error, anything beyond it a domain error.
#define LOGARITHM(type, function, pole, positive) \
    type function(type x) \
    { \
        type r = EXPANDED_NEXT(function)(x); \
        if (islessequal(x, (type)(pole))) { \
            range(x == (pole)); \
            domain(x < (pole)); \
            if ((positive) && x < (pole)) return (type)NAN; \
        } \
        return r; \
    }
// The Bessel functions of the second kind: a pole at 0, nothing below it.
#define BESSEL(type, function, parameters, arguments) \
    type function parameters \
    { \
        type r = EXPANDED_NEXT(function) arguments; \
        range(isinf(r) && isfinite(x)); \
        if (__builtin_expect(isless(x, (type)0), 0)) { \
            errno = EDOM; \
            return (type)NAN; \
        } \
        return r; \
    }
// log and log2 of double and float were made anew in glibc 2.27 and 2.29; those of long double are as they were.
#define EXTENDED(type) (sizeof(type) > sizeof(double))
#define ALL(type, suffix) \
    POSITIVE_DOMAIN(type, JOIN(acos, suffix)) POSITIVE_DOMAIN(type, JOIN(asin, suffix)) \
    DOMAIN_ONLY(type, JOIN(sqrt, suffix)) DOMAIN_ONLY(type, JOIN(sin, suffix)) DOMAIN_ONLY(type, JOIN(cos, suffix)) \
    DOMAIN_ONLY(type, JOIN(tan, suffix)) \
    OVERFLOWS(type, JOIN(cosh, suffix)) OVERFLOWS(type, JOIN(sinh, suffix)) OVERFLOWS(type, JOIN(expm1, suffix)) \
    EXPONENTIAL(type, JOIN(exp, suffix)) EXPONENTIAL(type, JOIN(exp2, suffix)) TENFOLD(type, JOIN(exp10, suffix), JOIN(exp10_core, suffix)) \
    LOGARITHM(type, JOIN(log, suffix), 0, EXTENDED(type)) LOGARITHM(type, JOIN(log2, suffix), 0, EXTENDED(type)) \
    LOGARITHM(type, JOIN(log10, suffix), 0, 1) LOGARITHM(type, JOIN(log1p, suffix), -1, 0) \
    type JOIN(erfc, suffix)(type x) \
    { \
        type r = EXPANDED_NEXT(JOIN(erfc, suffix))(x); \
        range(r == 0 && isfinite(x)); \
        return r; \
    } \
    int JOIN(ilogb, suffix)(type x) \
    { \
        domain(x == 0 || !isfinite(x)); \
        return EXPANDED_NEXT(JOIN(ilogb, suffix))(x); \
    } \
    type JOIN(acosh, suffix)(type x) \
    { \
        /* musl gives a number for large negative operands. */ \
        if (__builtin_expect(isless(x, (type)1), 0)) { \
            errno = EDOM; \
            return (x - x) / (x - x); \
        } \
        return EXPANDED_NEXT(JOIN(acosh, suffix))(x); \
    } \
    type JOIN(atan2, suffix)(type y, type x) \
    { \
        type r = EXPANDED_NEXT(JOIN(atan2, suffix))(y, x); \
        range(r == 0 && y != 0 && isfinite(x)); \
        return r; \
    } \
    type JOIN(atanh, suffix)(type x) \
    { \
        type r = EXPANDED_NEXT(JOIN(atanh, suffix))(x), a = JOIN(fabs, suffix)(x); \
        range(a == 1); \
        if (__builtin_expect(isgreater(a, (type)1), 0)) { \
            errno = EDOM; \
            return -(type)NAN; \
        } \
        return r; \
    } \
    type JOIN(lgamma, suffix)(type x) \
    { \
        type r = EXPANDED_NEXT(JOIN(lgamma, suffix))(x); \
        range(!isfinite(r) && isfinite(x)); \
        return r; \
    } \
    type JOIN(JOIN(lgamma, suffix), _r)(type x, int *sign) \
    { \
        type r = EXPANDED_NEXT(JOIN(JOIN(lgamma, suffix), _r))(x, sign); \
        range(!isfinite(r) && isfinite(x)); \
        return r; \
    } \
    void JOIN(sincos, suffix)(type x, type *sine, type *cosine) \
    { \
        EXPANDED_NEXT(JOIN(sincos, suffix))(x, sine, cosine); \
        domain(isinf(x)); \
    } \
    type JOIN(tgamma, suffix)(type x) \
    { \
        type r = EXPANDED_NEXT(JOIN(tgamma, suffix))(x); \
        if (x == 0) \
            range(true); \
        else if (isnan(r) && !isnan(x)) { \
            errno = EDOM; \
            return (type)NAN; \
        } else \
            range((!isfinite(r) || r == 0) && isfinite(x)); \
        return r; \
    } \
    type JOIN(fmod, suffix)(type x, type y) \
    { \
        type r = EXPANDED_NEXT(JOIN(fmod, suffix))(x, y); \
        domain((isinf(x) || y == 0) && !isnan(x) && !isnan(y)); \
        return r; \
    } \
    type JOIN(remainder, suffix)(type x, type y) \
    { \
        if (isinf(y) && isfinite(x)) return x; \
        type r = EXPANDED_NEXT(JOIN(remainder, suffix))(x, y); \
        domain((isinf(x) || y == 0) && !isnan(x) && !isnan(y)); \
        return r; \
    } \
    type JOIN(hypot, suffix)(type x, type y) \
    { \
        type r = EXPANDED_NEXT(JOIN(hypot, suffix))(x, y); \
        range(!isfinite(r) && isfinite(x) && isfinite(y)); \
        return r; \
    } \
    type JOIN(fdim, suffix)(type x, type y) \
    { \
        type r = EXPANDED_NEXT(JOIN(fdim, suffix))(x, y); \
        range(isinf(r) && isfinite(x) && isfinite(y)); \
        return r; \
    } \
    type JOIN(pow, suffix)(type x, type y) \
    { \
        /* A pole, with the sign of an odd power: newer musls raise an overflow for long double. */ \
        if (__builtin_expect(x == 0 && isless(y, (type)0) && isfinite(y), 0)) { \
            errno = ERANGE; \
            return 1 / (JOIN(fmod, suffix)(-y, 2) == 1 ? x : JOIN(fabs, suffix)(x)); \
        } \
        if (__builtin_expect(isinf(x) && isfinite(y) && y != 0, 0)) { \
            type size = y > 0 ? (type)INFINITY : 0; \
            return x < 0 && JOIN(fmod, suffix)(JOIN(fabs, suffix)(y), 2) == 1 ? -size : size; \
        } \
        type r = JOIN(pow_core, suffix)(x, y); \
        if (__builtin_expect(!isfinite(r), 0)) { \
            if (isfinite(x) && isfinite(y)) \
                errno = isnan(r) ? EDOM : ERANGE; \
        } else { \
            range(r == 0 && isfinite(x) && x != 0 && isfinite(y)); \
        } \
        return r; \
    } \
    type JOIN(ldexp, suffix)(type x, int n) \
    { \
        type r = EXPANDED_NEXT(JOIN(ldexp, suffix))(x, n); \
        range(isfinite(x) && x != 0 && (isinf(r) || r == 0)); \
        return r; \
    } \
    type JOIN(scalbn, suffix)(type x, int n) { return JOIN(ldexp, suffix)(x, n); } \
    type JOIN(scalbln, suffix)(type x, long n) \
    { \
        type r = EXPANDED_NEXT(JOIN(scalbln, suffix))(x, n); \
        range(isfinite(x) && x != 0 && (isinf(r) || r == 0)); \
        return r; \
    } \
    type JOIN(nextafter, suffix)(type x, type y) \
    { \
        type r = EXPANDED_NEXT(JOIN(nextafter, suffix))(x, y); \
        range(isfinite(x) && x != 0 && x != y && (isinf(r) || (!isnormal(r) && !isnan(r)))); \
        return r; \
    }
FLOATING_TYPES(ALL)

// BSD's and System V's names, which are there for double and float; rounding.c has those of long double.
#define OLD_NAMES(type, suffix) \
    BESSEL(type, JOIN(y0, suffix), (type x), (x)) BESSEL(type, JOIN(y1, suffix), (type x), (x)) \
    BESSEL(type, JOIN(yn, suffix), (int n, type x), (n, x)) \
    type JOIN(drem, suffix)(type x, type y) { return JOIN(remainder, suffix)(x, y); } \
    type JOIN(significand, suffix)(type x) \
    { \
        domain(x == 0 || !isfinite(x)); \
        return EXPANDED_NEXT(JOIN(significand, suffix))(x); \
    } \
    type JOIN(scalb, suffix)(type x, type n) \
    { \
        type r = EXPANDED_NEXT(JOIN(scalb, suffix))(x, n); \
        domain(isnan(r) && !isnan(x) && !isnan(n)); \
        range(isinf(r) && isfinite(x) && isfinite(n)); \
        range(r == 0 && x != 0 && isfinite(n)); \
        return r; \
    }
OLD_NAMES(double, ) OLD_NAMES(float, f)

#define TOWARD(type, suffix) \
    type JOIN(nexttoward, suffix)(type x, long double y) \
    { \
        type r = EXPANDED_NEXT(JOIN(nexttoward, suffix))(x, y); \
        range(isfinite(x) && x != 0 && x != y && (isinf(r) || (!isnormal(r) && !isnan(r)))); \
        return r; \
    }
FLOATING_TYPES(TOWARD)
