// <math.h>: what C23 added, in float, double and long double. All are computed in long double, whose 64 bits leave the narrower types rounded
// correctly but for rare halves. Source: C23 7.12; errno as the GNU C Library manual's "Error Reporting by Mathematical Functions".
#include "power.h"
#include "types.h"
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <math.h>

#define T long double
#define F(name) name##l
#define C(number) number##L
#define FINITE(x) isfinite(x)
#define EPSILON LDBL_EPSILON
#define INVALID __extension__ ({ feraiseexcept(FE_INVALID); (T)NAN; })
static const volatile T ZERO = 0;
#define PI_HIGH 0xc90fdaa22168c235p-62L
#define PI_LOW -0xece675d1fc8f8cbbp-128L
#define LN2_HIGH 0xb17217f7d1cf79acp-64L
#define LN2_LOW -0xd871319ff0342543p-130L
#define LN10_HIGH 0x935d8dddaaa8ac17p-62L
#define LN10_LOW -0xad494ea3e967aeb9p-129L
#define LOG2E_HIGH 0xb8aa3b295c17f0bcp-63L
#define LOG2E_LOW -0x82f0025f2dc582eep-128L
#define LOG10E_HIGH 0xde5bd8a937287195p-65L
#define LOG10E_LOW 0xd56eaabeb4cf70c9p-131L
long double exp10l(long double);

static long double root(long double a, long long n)
{
    struct wide exponent = glibc_compat_wide_over(glibc_compat_log2(a), n < 0 ? -(unsigned long)n : (unsigned long)n);
    exponent.negative ^= n < 0;
    return glibc_compat_exp2(exponent, 0);
}
#define ROOT root
#define COMPOUND(x, n) glibc_compat_exp2(glibc_compat_wide_times(glibc_compat_log2_1p(x), n), 0)
#include "pi-powers.h"

#define KEEPING_ERRNO(type, expression) __extension__ ({ int saved = errno; volatile type value = (type)(expression); errno = saved; value; })
#define DOMAIN(is) do { if (is) errno = EDOM; } while (0)
#define RANGE(is) do { if (is) errno = ERANGE; } while (0)
#define UNARY(type, suffix, name, report) \
    type JOIN(name, suffix)(type x) \
    { \
        type r = KEEPING_ERRNO(type, core_##name(x)); \
        report; \
        return r; \
    }
#define ALL(type, suffix) \
    UNARY(type, suffix, sinpi, DOMAIN(isinf(x))) UNARY(type, suffix, cospi, DOMAIN(isinf(x))) \
    UNARY(type, suffix, tanpi, DOMAIN(isinf(x)); RANGE(isinf(r))) \
    UNARY(type, suffix, acospi, DOMAIN(isgreater(JOIN(fabs, suffix)(x), 1))) UNARY(type, suffix, asinpi, DOMAIN(isgreater(JOIN(fabs, suffix)(x), 1))) \
    UNARY(type, suffix, atanpi, (void)0) \
    UNARY(type, suffix, exp2m1, RANGE(isinf(r) && isfinite(x))) UNARY(type, suffix, exp10m1, RANGE(isinf(r) && isfinite(x))) \
    UNARY(type, suffix, log2p1, RANGE(x == -1); DOMAIN(isless(x, -1))) UNARY(type, suffix, log10p1, RANGE(x == -1); DOMAIN(isless(x, -1))) \
    UNARY(type, suffix, rsqrt, RANGE(x == 0); DOMAIN(isless(x, 0))) \
    type JOIN(logp1, suffix)(type x) { return JOIN(log1p, suffix)(x); } \
    type JOIN(atan2pi, suffix)(type y, type x) \
    { \
        type r = KEEPING_ERRNO(type, core_atan2pi(y, x)); \
        RANGE(r == 0 && y != 0 && isfinite(x)); \
        return r; \
    } \
    type JOIN(powr, suffix)(type x, type y) \
    { \
        type r = KEEPING_ERRNO(type, core_powr(x, y)); \
        DOMAIN(isless(x, 0) || (isnan(r) && !isnan(x) && !isnan(y))); \
        RANGE((isinf(r) || (r == 0 && x != 0)) && isfinite(x) && isfinite(y)); \
        return r; \
    } \
    type JOIN(pown, suffix)(type x, long long n) \
    { \
        type r = KEEPING_ERRNO(type, core_pown(x, n)); \
        RANGE((isinf(r) || (r == 0 && x != 0)) && isfinite(x)); \
        return r; \
    } \
    type JOIN(rootn, suffix)(type x, long long n) \
    { \
        type r = KEEPING_ERRNO(type, core_rootn(x, n)); \
        DOMAIN(n == 0 || (isless(x, 0) && n % 2 == 0)); \
        RANGE(x == 0 && n < 0); \
        return r; \
    } \
    type JOIN(compoundn, suffix)(type x, long long n) \
    { \
        type r = KEEPING_ERRNO(type, core_compoundn(x, n)); \
        DOMAIN(isless(x, -1)); \
        RANGE((isinf(r) || (r == 0 && x != -1)) && isfinite(x) && x >= -1); \
        return r; \
    }
FLOATING_TYPES(ALL)
