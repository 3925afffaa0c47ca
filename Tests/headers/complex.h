// <complex.h>: every function in every type, on special values and ordinary ones.
//
// Exact where the result is a part of the operand; otherwise the last bits are cut off, and a part that is small beside
// the other one is
// not looked at, because its digits are rounding. The sign of a zero counts where the standard's annex G gives it.
// link: -lm
#include <complex.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define MADE(T, a, b) ({ __typeof__(T) z_; __typeof__(__real__ z_) p_[2] = {a, b}; memcpy(&z_, p_, sizeof z_); z_; })
static const double special[] = {0, -0.0, 1, -1, 2.5, INFINITY, -INFINITY, NAN};
static const double plain[][2] = {{1, 1}, {-1, 1}, {1, -1}, {-1, -1}, {0.5, 2}, {3, -0.25}, {0, 1.5}, {0, -1.5},
    {1.5, 0}, {-1.5, 0}, {1e-3, 1e3}, {10, 20}, {-7.5, 0.125}, {1e-10, 1}, {100, -1}};

static char *part(double v, double other, int coarse)
{
    static char text[8][40];
    static int next;
    char *t = text[next++ % 8];
    if (v != v) return "nan";
    if (coarse == 1 && fabs(v) < 1e-6 * fabs(other)) return "small";
    // The sign of a zero beside a NaN is not specified, nor are those of exp(-inf).
    if (coarse == 2 && v == 0 && (other != other || other == 0)) v = 0;
    if (coarse == 2 && other != other) v = fabs(v);
    snprintf(t, 40, coarse ? "%.3g" : "%a", v);
    return t;
}
#define SAY(i, j, z) do { double r_ = (double)__real__ (z), i_ = (double)__imag__ (z); \
    say("%d %d: %s %s", i, j, part(r_, i_, j < 0 ? 1 : 2), part(i_, r_, j < 0 ? 1 : 2)); } while (0)
#define SPECIAL(f) \
    for (int i = 0; i < count(special); i++) for (int j = 0; j < count(special); j++) { \
        __typeof__(f(1)) z = MADE(f(1), special[i], special[j]), w = f(z); \
        SAY(i, j, w); \
    }
#define COMPLEX(f) \
    for (int i = 0; i < count(plain); i++) { \
        __typeof__(f(1)) z = MADE(f(1), plain[i][0], plain[i][1]), w = f(z); \
        SAY(i, -1, w); \
    }

every F = cacos casin catan ccos csin ctan cacosh casinh catanh ccosh csinh ctanh cexp clog clog10 csqrt
every T = - f l f32 f64 f32x f64x f128
$F$T:
    COMPLEX($F$T);

every F = cacos casin catan ccos csin ctan cacosh casinh catanh ccosh csinh ctanh cexp clog clog10 csqrt
every T = - f l f32 f64 f32x f64x f128
$F$T / special values:
    SPECIAL($F$T);

every F = conj cproj
every T = - f l f32 f64 f32x f64x f128
$F$T:
    for (int i = 0; i < count(special); i++) for (int j = 0; j < count(special); j++) {
        __typeof__($F$T(1)) z = MADE($F$T(1), special[i], special[j]), w = $F$T(z);
        say("%d %d: %s %s", i, j, part(__real__ w, 0, 0), part(__imag__ w, 0, 0));
    }

every T = - f l f32 f64 f32x f64x f128
creal$T, cimag$T, cabs$T, carg$T:
    for (int i = 0; i < count(special); i++) for (int j = 0; j < count(special); j++) {
        __typeof__(conj$T(1)) z = MADE(conj$T(1), special[i], special[j]);
        double a = cabs$T(z), p = carg$T(z);
        say("%d %d: %s %s %s %s", i, j, part(creal$T(z), 0, 0), part(cimag$T(z), 0, 0), part(a, 0, 1), part(p, 0, 1));
    }
    for (int i = 0; i < count(plain); i++) {
        __typeof__(conj$T(1)) z = MADE(conj$T(1), plain[i][0], plain[i][1]);
        say("%d: %.5g %.5g", i, (double)cabs$T(z), (double)carg$T(z));
    }

every T = - f l f32 f64 f32x f64x f128
cpow$T:
    for (int i = 0; i < count(plain); i++) for (int j = 0; j < count(plain); j++) {
        if (j >= 10) continue;
        __typeof__(cpow$T(1, 1)) z = MADE(cpow$T(1, 1), plain[i][0], plain[i][1]),
            p = MADE(cpow$T(1, 1), plain[j][0], plain[j][1]), w = cpow$T(z, p);
        SAY(i, -1 - j, w);
    }

every T = - f l
__clog10$T:
    extern __typeof__(conj$T(1)) __clog10$T(__typeof__(conj$T(1)));
    COMPLEX(__clog10$T);
