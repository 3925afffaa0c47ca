// The gamma function as -ffast-math called it before glibc 2.31: its size, and where it is negative or between two poles its sign.
// Source: the macro tgamma of glibc's <bits/math-finite.h>, which puts the two together.
#include <math.h>

#define GAMMA(type, suffix) \
    type __gamma##suffix##_r_finite(type x, int *sign) \
    { \
        type result = tgamma##suffix(x); \
        *sign = x < 0 && x != floor##suffix(x) ? (result < 0 || signbit(result) ? -1 : 1) : 0; \
        return *sign < 0 ? -result : result; \
    }
GAMMA(double, )
GAMMA(float, f)
GAMMA(long double, l)
