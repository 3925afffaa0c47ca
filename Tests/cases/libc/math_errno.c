// errno after each function of <math.h> that reports through it, at ordinary, extreme and special arguments.
// flags: -lm -fno-builtin
#include <errno.h>
#include <math.h>
#include <stdio.h>

static const double values[] = {0.0, -0.0, 0.5, 1, -1, 2, -2, -1.5, 3.7, 100, -100, 1000, -1000, 1e5, -1e5, 1e308, -1e308, 1e-308, 5e-324, INFINITY, -INFINITY, NAN};
enum { COUNT = sizeof values / sizeof *values };

#define ONE(n) do { errno = 0; volatile double r = n(x); (void)r; printf(" " #n " %d", errno); errno = 0; volatile float rf = n##f((float)x); (void)rf; printf(" %d", errno); \
    errno = 0; volatile long double rl = n##l((long double)x); (void)rl; printf(" %d\n", errno); } while (0)
#define TWO(n) do { errno = 0; volatile double r = n(x, y); (void)r; printf(" " #n " %d", errno); errno = 0; volatile float rf = n##f((float)x, (float)y); (void)rf; printf(" %d", errno); \
    errno = 0; volatile long double rl = n##l((long double)x, (long double)y); (void)rl; printf(" %d\n", errno); } while (0)

int main(void)
{
    for (int i = 0; i < COUNT; i++) {
        double x = values[i];
        printf("%g\n", x);
        ONE(acos); ONE(asin); ONE(acosh); ONE(atanh); ONE(sqrt); ONE(sin); ONE(cos); ONE(tan); ONE(cosh); ONE(sinh); ONE(expm1);
        ONE(exp); ONE(exp2); ONE(exp10); ONE(log); ONE(log2); ONE(log10); ONE(log1p); ONE(lgamma); ONE(tgamma);
        ONE(atan); ONE(tanh); ONE(cbrt); ONE(erf); ONE(asinh);
        // Beyond its domain the result is no number, in every width.
        printf("%d %d %d\n", !!isnan(acosh(x)), !!isnan(acoshf((float)x)), !!isnan(acoshl(x)));
        for (int j = 0; j < COUNT; j++) {
            double y = values[j];
            printf("%g %g\n", x, y);
            TWO(fmod); TWO(remainder); TWO(hypot); TWO(fdim); TWO(pow); TWO(nextafter); TWO(atan2);
        }
        for (int n = -2000; n <= 2000; n += 500) {
            errno = 0;
            volatile double r = ldexp(x, n);
            printf(" ldexp %d", errno);
            errno = 0;
            r = scalbn(x, n);
            printf(" scalbn %d", errno);
            errno = 0;
            r = scalbln(x, n);
            printf(" scalbln %d\n", errno);
            (void)r;
        }
    }
    return 0;
}
