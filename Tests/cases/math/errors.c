// Results at the edges, with the sign of a NaN, errno and exceptions: every function of one and two operands, in three types
// flags: -lm -fno-builtin
#define _GNU_SOURCE
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

double gamma(double), drem(double, double), significand(double), scalb(double, double), pow10(double);

// Where neither libc promises a last bit the value is shown as its kind only. fmax and fmin may take either of two zeros.
static void show(const char *name, const char *type, long double x, long double y, long double r)
{
    int raised = fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW);
    printf("%s%s(%.6Lg, %.6Lg) = ", name, type, x, y);
    if (isnan(r)) printf("%snan", signbit(r) ? "-" : "+");
    else if (isinf(r) || r == 0) printf("%Lg", r);
    else printf("%c", r < 0 ? 'n' : 'p');
    printf(" errno %d raised %x\n", errno, raised);
}

#define CALL(name, type, suffix, ...) do { \
    errno = 0; feclearexcept(FE_ALL_EXCEPT); \
    volatile type r = name(__VA_ARGS__); \
    show(#name, suffix, x, y, r); \
} while (0)

#define ONE(X) X(acos) X(acosh) X(asin) X(asinh) X(atan) X(atanh) X(cbrt) X(ceil) X(cos) X(cosh) X(erf) X(erfc) X(exp) X(exp10) X(exp2) X(expm1) \
    X(fabs) X(floor) X(lgamma) X(log) X(log10) X(log1p) X(log2) X(logb) X(nearbyint) X(rint) X(round) X(roundeven) X(sin) X(sinh) X(sqrt) \
    X(tan) X(tanh) X(tgamma) X(trunc)
#define BESSEL(X) X(y0) X(y1)
#define TWO(X) X(atan2) X(copysign) X(drem) X(fdim) X(fmod) X(hypot) X(nextafter) X(pow) X(remainder)

#define D2(name) CALL(name, double, "", x, y);
#define F2(name) CALL(name##f, float, "", x, y);
#define L2(name) CALL(name##l, long double, "", x, y);
static const long double values[] = { 0, -0.0L, 1, -1, 0.5L, 2, -2, -2.5L, 3, 20, 171.7L, 1e308L, -1e308L, 1e-310L, INFINITY, -INFINITY, NAN };
enum { COUNT = sizeof values / sizeof *values };

int main(void)
{
    for (int i = 0; i < COUNT; i++) {
        {
            volatile double x = values[i], y = 0;
#define D(name) CALL(name, double, "", x);
            ONE(D)
            BESSEL(D)
            CALL(significand, double, "", x); CALL(ilogb, double, "", x);
        }
        {
            volatile float x = values[i], y = 0;
#define F(name) CALL(name##f, float, "", x);
            ONE(F)
            BESSEL(F)
        }
        {
            volatile long double x = values[i], y = 0;
#define L(name) CALL(name##l, long double, "", x);
            ONE(L)
        }
        for (int j = 0; j < COUNT; j++) {
            {
                volatile double x = values[i], y = values[j];
                TWO(D2)
                CALL(scalb, double, "", x, y); CALL(ldexp, double, "", x, (int)(j * 500)); if (!isinf(x)) CALL(yn, double, "", j - 3, x);
            }
            {
                volatile float x = values[i], y = values[j];
                TWO(F2)
            }
            {
                volatile long double x = values[i], y = values[j];
                TWO(L2)
            }
        }
    }
}
