// <math.h>: what C23 added, for _Float128. Source: C23 7.12, H.11; errno as for the other types.
#include "quad.h"

#if defined __x86_64__
#define DECLARE(name) Q name##f128(Q);
DECLARE(fabs) DECLARE(sin) DECLARE(cos) DECLARE(acos) DECLARE(asin) DECLARE(atan) DECLARE(exp) DECLARE(exp2) DECLARE(exp10) DECLARE(expm1) DECLARE(log1p) DECLARE(log2)
DECLARE(log10) DECLARE(sqrt) DECLARE(rint)
Q fmaf128(Q, Q, Q);
Q fmodf128(Q, Q);
Q copysignf128(Q, Q);
Q atan2f128(Q, Q);
Q powf128(Q, Q);
Q frexpf128(Q, int *);
Q scalbnf128(Q, int);

#define T Q
#define F(name) name##f128
#define C(number) number##Q
#define FINITE(x) is_finite(x)
#define EPSILON 0x1p-112Q
#define INVALID __extension__ ({ feraiseexcept(FE_INVALID); value_of((Bits)EXPONENT_MAX << FRACTION_BITS | QUIET_BIT); })
static const volatile T ZERO = 0;
#define PI_HIGH 0x1921fb54442d18469898cc51701b8p-111Q
#define PI_LOW 0x1cd129024e088a67cc74020bbea64p-226Q
#define LN2_HIGH 0x162e42fefa39ef35793c7673007e6p-113Q
#define LN2_LOW -0x12a17e1979b31ace93a4ebe5d148fp-229Q
#define LN10_HIGH 0x126bb1bbb5551582dd4adac5705a6p-111Q
#define LN10_LOW 0x1451c51fd9f3b4bbf21d078c3d040p-227Q
#define LOG2E_HIGH 0x171547652b82fe1777d0ffda0d23ap-112Q
#define LOG2E_LOW 0x1f4475abbd546eb4ad2c45928b367p-226Q
#define LOG10E_HIGH 0x1bcb7b1526e50e32a6ab7555f5a68p-114Q
#define LOG10E_LOW -0x11e6e08e5cfedd1b2efee2e0695d8p-228Q
#include "../math/pi-powers.h"

#define KEEPING_ERRNO(expression) __extension__ ({ int saved = errno; Q value = expression; errno = saved; value; })
#define UNARY(name, report) \
    Q name##f128(Q x) \
    { \
        Q r = KEEPING_ERRNO(core_##name(x)); \
        report; \
        return r; \
    }
UNARY(sinpi, domain_error(is_infinite(x))) UNARY(cospi, domain_error(is_infinite(x)))
UNARY(tanpi, domain_error(is_infinite(x)); range_error(is_infinite(r)))
UNARY(acospi, domain_error(!is_nan(x) && magnitude(x) > 1)) UNARY(asinpi, domain_error(!is_nan(x) && magnitude(x) > 1))
UNARY(atanpi, (void)0)
UNARY(exp2m1, range_error(is_infinite(r) && is_finite(x))) UNARY(exp10m1, range_error(is_infinite(r) && is_finite(x)))
UNARY(log2p1, range_error(x == -1); domain_error(!is_nan(x) && x < -1)) UNARY(log10p1, range_error(x == -1); domain_error(!is_nan(x) && x < -1))
UNARY(rsqrt, range_error(x == 0); domain_error(!is_nan(x) && x < 0))
Q logp1f128(Q x) { return log1pf128(x); }
Q atan2pif128(Q y, Q x)
{
    Q r = KEEPING_ERRNO(core_atan2pi(y, x));
    range_error(r == 0 && y != 0 && is_finite(x));
    return r;
}
Q powrf128(Q x, Q y)
{
    Q r = KEEPING_ERRNO(core_powr(x, y));
    domain_error(!is_nan(x) && (x < 0 || (is_nan(r) && !is_nan(y))));
    range_error((is_infinite(r) || (r == 0 && x != 0)) && is_finite(x) && is_finite(y));
    return r;
}
Q pownf128(Q x, long long n)
{
    Q r = KEEPING_ERRNO(core_pown(x, n));
    range_error((is_infinite(r) || (r == 0 && x != 0)) && is_finite(x));
    return r;
}
Q rootnf128(Q x, long long n)
{
    Q r = KEEPING_ERRNO(core_rootn(x, n));
    domain_error(n == 0 || (!is_nan(x) && x < 0 && n % 2 == 0));
    range_error(x == 0 && n < 0);
    return r;
}
Q compoundnf128(Q x, long long n)
{
    Q r = KEEPING_ERRNO(core_compoundn(x, n));
    domain_error(!is_nan(x) && x < -1);
    range_error((is_infinite(r) || (r == 0 && x != -1)) && is_finite(x) && x >= -1);
    return r;
}
#endif
