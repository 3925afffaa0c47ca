// clog, clog10 and cpow near the unit circle, where |z|² - 1 cancels
// flags: -lm -fno-builtin
#include <complex.h>
#include <math.h>
#include <stdio.h>

// Of a result the digits that both libcs must agree on. Both parts of a power, where one is not rounding beside the other.
#define SHOW(name, type, suffix, digits, x, y) \
    do { \
        type complex z = __builtin_complex((type)(x), (type)(y)); \
        type complex w = clog##suffix(z), t = clog10##suffix(z), p = cpow##suffix(z, __builtin_complex((type)3, (type)0)); \
        printf("%s %d: %.*Le %.*Le, %.*Le %.*Le", name, n, digits, (long double)creal##suffix(w), digits, (long double)cimag##suffix(w), \
               digits, (long double)creal##suffix(t), digits, (long double)cimag##suffix(t)); \
        if (isfinite(creal##suffix(w)) && fabsl(creal##suffix(p)) > 1e-3L * cabsl(p) && fabsl(cimag##suffix(p)) > 1e-3L * cabsl(p)) \
            printf(", %.*Le %.*Le", digits - 3, (long double)creal##suffix(p), digits - 3, (long double)cimag##suffix(p)); \
        printf("\n"); \
    } while (0)

int main(void)
{
    static const struct { double x, y; } points[] = {
        {1, 1e-12}, {1.000000000000001, 3e-08}, {0.9999995000000417, 0.0009999998333333417}, {0.9999999999999996, 2.999999999999999e-08},
        {0.99995000042, -0.009999833}, {0.6, 0.8}, {-0.8, 0.6}, {0.70710678118654752, 0.70710678118654757}, {3e-9, -1}, {1, 1e-160},
        {1, 0x1p-511}, {0.75, 0.25}, {1.25, 0.5}, {1.4, 0.1}, {0.1, 0.2}, {3, 4}, {1e300, 1e300}, {1.7e308, -1.7e308}, {5e-324, 5e-324},
        {-2e-310, 1e-320}, {0.28, 0.96}, {-0.9999999999999999, 1.4901161193847656e-08}, {1e-20, 1 - 0x1p-53}, {1 + 0x1p-52, 0x1p-26},
    };
    int n = 0;
    for (; n < (int)(sizeof points / sizeof *points); n++) {
        double x = points[n].x, y = points[n].y;
        SHOW("double", double, , 12, x, y);
        SHOW("long double", long double, l, 14, x, y);
        SHOW("float", float, f, 4, x, y);
    }
    // sqrt(3)/2 and 1/2 with all 64 bits; the largest and the smallest that there are.
    SHOW("long double", long double, l, 14, 0.86602540378443864676372317075293618347L, 0.5L);
    n++;
    SHOW("long double", long double, l, 14, 1.1e4932L, 1.1e4932L);
    n++;
    SHOW("long double", long double, l, 14, 3.7e-4950L, 3.7e-4950L);
    return 0;
}
