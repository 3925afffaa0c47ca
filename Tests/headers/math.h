// <math.h>: every function in every type: special values, errno, exact results, rounding.
//
// Where the standards and glibc promise an exact result (and for float and double functions that this product promises
// to the last bit)
// all bits are compared; for the others a result is compared after rounding away its last bits, because two libms may
// differ there.
// link: -lm
#include <fenv.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define X(f) __typeof__(f(1))

// The values every function of one argument is given; as long double, so that each type rounds them in its own way.
static const long double all[] = {0, -0.0L, 1, -1, 2, -2, 0.5L, -0.5L, 1.5L, -1.5L, 2.5L, 3, 10, -10, 100, 0.1L, -0.1L,
    1e-5L, -1e-5L, 3.14159265358979323846L, 1.57079632679489661923L,
    7.25L, -7.75L, 50.5L, 709.7L, 710.5L, -745.2L, 88.7L, 89.5L, 1000, 11400, -11500, 1e10L, -1e10L,
        4503599627370495.5L, 9007199254740993.0L, 9223372036854775807.0L, 1e19L, 1e-30L, 1e-310L, 4e-324L, 1e-40L,
        1e-4940L,
    1.7976931348623157e308L, 3.4028234663852886e38L, 1e300L, 1e4932L, INFINITY, -INFINITY, NAN};

// Rounded to some bits less than the type has.
#define COARSE_double(v, bits) ({ __typeof__(v) v_ = (v); int e_; long double m_ = __builtin_frexpl(v_, &e_); \
    v_ == 0 || v_ != v_ || __builtin_isinf(v_) ? v_ \
        : (__typeof__(v_))__builtin_ldexpl((long double)(long long)(m_ * (1LL << (bits)) + (m_ < 0 ? -.5L : .5L)), \
        e_ - (bits)); })
#define BITS(v) (sizeof(v) == 4 ? 14 : sizeof(v) == 8 ? 32 : 40)

static const char *error_name(int e) { return e ? strerrorname_np(e) : "-"; }
static char *number(long double v)
{
    static char text[8][60];
    static int next;
    char *t = text[next++ % 8];
    if (v != v) return "nan";
    snprintf(t, 60, "%La", v);
    return t;
}
// A quad is given as bytes: it is not asked of printf.
static char *quad(_Float128 v)
{
    static char text[4][60];
    static int next;
    char *t = text[next++ % 4];
    if (v != v) return "nan";
    for (int i = 0; i < 16; i++) sprintf(t + 2 * i, "%02x", ((unsigned char *)&v)[15 - i]);
    return t;
}
#define NUMBER(v) _Generic((v), _Float128: quad((_Float128)(v)), default: number((long double)(v)))

// With -fno-builtin the call is a real one; the exceptions raised are part of what is seen, without inexact, which is
// not specified.
#define CALL(result, call) \
    feclearexcept(FE_ALL_EXCEPT); errno = 0; result = (call); \
        int error = errno, raised = fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW)

// Overflow is looked at where the result is infinite: otherwise it is spurious, which the standard allows.
#define SEEN(v, raised) (__builtin_isinf(v) ? raised : raised & ~FE_OVERFLOW)
#define UNARY(f, round) \
    for (int i = 0; i < count(all); i++) { \
        __typeof__(f(1)) x = all[i], v; \
        CALL(v, f(x)); \
        say("%s(%s) = %s %s %x", #f, NUMBER(x), NUMBER(round(v)), error_name(error), SEEN(v, raised)); \
    }
#define EXACT(v) (v)
// Of quads the low bits are cut off through bytes.
// Which of two zeros is the greater one is not specified, nor the sign of a Bessel function's zero at infinity.
#define ANY_ZERO(v) ((v) == 0 ? 0 : (v))
static _Float128 coarse_quad(_Float128 v) { memset(&v, 0, 3); return v; }
#define ROUNDED(v) _Generic((v), _Float128: coarse_quad((_Float128)(v)), \
    default: COARSE_double((long double)(v), BITS(v)))

every F = ceil floor trunc round rint nearbyint roundeven fabs sqrt logb nextup nextdown
every T = - f l f32 f64 f32x f64x f128
$F$T:
    UNARY($F$T, EXACT);

every F = ceil floor trunc round rint nearbyint roundeven sqrt
every T = - f l f128
$F$T / in other rounding modes:
    const int modes[] = {FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO};
    for (int m = 0; m < 3; m++) {
        fesetround(modes[m]);
        UNARY($F$T, EXACT);
        fesetround(FE_TONEAREST);
    }

every F = acos asin atan cos sin tan cosh sinh tanh acosh asinh atanh exp exp2 exp10 expm1 log log2 log10 log1p cbrt erf
+ erfc lgamma tgamma
every T = - f l f32 f64 f32x f64x f128
$F$T:
    UNARY($F$T, ROUNDED);

// Where the argument is large a Bessel function is small beside its rounding: only arguments below 100.
every F = j0 j1 y0 y1
every T = - f l f32 f64 f32x f64x f128
$F$T:
    const double some[] = {0, -0.0, 0.5, 1, 2, 3.5, 7.25, 10, 20.5, 50, -1, -2.5, 1e-10, INFINITY, -INFINITY, NAN};
    for (int i = 0; i < count(some); i++) {
        __typeof__($F$T(1)) x = some[i], v;
        CALL(v, $F$T(x));
        say("%g: %.4g %s %x", some[i], v != v ? NAN : ANY_ZERO((double)v), error_name(error), raised & FE_DIVBYZERO);
    }

every F = jn yn
every T = - f l f32 f64 f32x f64x f128
$F$T:
    const double some[] = {0, -0.0, 0.5, 1, 2, 3.5, 7.25, 20.5, 50, -1, INFINITY, NAN};
    const int orders[] = {0, 1, -1, 2, 5, -3};
    for (int n = 0; n < count(orders); n++)
        for (int i = 0; i < count(some); i++) {
            __typeof__($F$T(1, 1)) x = some[i], v;
            CALL(v, $F$T(orders[n], x));
            say("%d, %g: %.4g %s %x", orders[n], some[i], v != v ? NAN : ANY_ZERO((double)v), error_name(error),
                raised & FE_DIVBYZERO);
        }

// Pairs of arguments.
static const long double pairs[] = {0, -0.0L, 1, -1, 2, -2, 0.5L, -0.5L, 3, -3.25L, 10, 1e5L, 1e-5L, 1e300L, -1e300L,
    1e-300L, 1e38L, 1e-320L, 1e4000L, INFINITY, -INFINITY, NAN};
#define BINARY(f, round) \
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(pairs); j++) { \
        __typeof__(f(1, 1)) x = pairs[i], y = pairs[j], v; \
        CALL(v, f(x, y)); \
        say("(%s, %s) = %s %s %x", NUMBER(x), NUMBER(y), NUMBER(round(v)), error_name(error), SEEN(v, raised)); \
    }

every F = copysign fdim fmod remainder nextafter fmaximum fminimum fmaximum_num fminimum_num fmaximum_mag fminimum_mag
+ fmaximum_mag_num fminimum_mag_num
every T = - f l f32 f64 f32x f64x f128
$F$T:
    BINARY($F$T, EXACT);

every F = fmax fmin fmaxmag fminmag
every T = - f l f32 f64 f32x f64x f128
$F$T:
    BINARY($F$T, ANY_ZERO);

every F = atan2 pow hypot
every T = - f l f32 f64 f32x f64x f128
$F$T:
    BINARY($F$T, ROUNDED);

every T = - f l
drem$T, scalb$T:
    BINARY(drem$T, EXACT);
    BINARY(scalb$T, EXACT);

every T = - f l
nexttoward$T:
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(pairs); j++) {
        __typeof__(nexttoward$T(1, 1)) x = pairs[i], v;
        CALL(v, nexttoward$T(x, pairs[j]));
        say("(%s, %s) = %s %s %x", NUMBER(x), NUMBER(pairs[j]), NUMBER(v), error_name(error), raised);
    }

every T = - f l f32 f64 f32x f64x f128
fma$T:
    const long double some[] = {0, -0.0L, 1, -1.5L, 0.1L, 1e20L, 1e-20L, 1e308L, 1e-308L, 3e38L, 1e-45L, 5e-324L,
        INFINITY, -INFINITY, NAN};
    for (int i = 0; i < count(some); i++) for (int j = 0; j < count(some); j++) for (int k = 0; k < count(some); k++) {
        __typeof__(fma$T(1, 1, 1)) x = some[i], y = some[j], z = some[k], v;
        CALL(v, fma$T(x, y, z));
        say("(%d, %d, %d) = %s %x", i, j, k, NUMBER(v), raised & ~FE_INVALID);
    }

every F = lrint llrint lround llround
every T = - f l f32 f64 f32x f64x f128
$F$T:
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i];
        long v;
        CALL(v, $F$T(x));
        say("%s: %s %x", NUMBER(x), raised & FE_INVALID ? "invalid" : number(v), raised);
    }

every F = ilogb llogb
every T = - f l f32 f64 f32x f64x f128
$F$T:
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i];
        long v;
        CALL(v, $F$T(x));
        say("%s: %ld %s %x", NUMBER(x), v, error_name(error), raised);
    }

every F = scalbn scalbln ldexp
every T = - f l f32 f64 f32x f64x f128
$F$T:
    const int powers[] = {0, 1, -1, 10, -30, 200, -200, 1100, -1100, 17000, -17000, 33000, INT_MAX, INT_MIN};
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(powers); j++) {
        __typeof__(fabs$T(1)) x = pairs[i], v;
        CALL(v, $F$T(x, powers[j]));
        say("(%s, %d) = %s %s %x", NUMBER(x), powers[j], NUMBER(v), error_name(error), raised);
    }

every T = - f l f32 f64 f32x f64x f128
frexp$T, modf$T:
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i], whole = -5, part, fraction;
        int power = -12345;
        fraction = frexp$T(x, &power);
        part = modf$T(x, &whole);
        say("%s: %s %d, %s %s", NUMBER(x), NUMBER(fraction), x - x == 0 ? power : 0, NUMBER(part), NUMBER(whole));
    }

every T = - f l f32 f64 f32x f64x f128
remquo$T:
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(pairs); j++) {
        __typeof__(fabs$T(1)) x = pairs[i], y = pairs[j], v;
        int quotient = 0;
        CALL(v, remquo$T(x, y, &quotient));
        say("(%s, %s) = %s %d %s %x", NUMBER(x), NUMBER(y), NUMBER(v), v == v ? quotient & 7 : 0, error_name(error),
            raised);
    }

every T = - f l f32 f64 f32x f64x f128
sincos$T:
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i], s = 9, c = 9;
        errno = 0;
        sincos$T(x, &s, &c);
        say("%s: %s %s %s", NUMBER(x), NUMBER(ROUNDED(s)), NUMBER(ROUNDED(c)), error_name(errno));
    }

every T = - f l f32 f64 f32x f64x f128
lgamma$T_r:
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i], v;
        int negative = 99;
        CALL(v, lgamma$T_r(x, &negative));
        say("%s: %s %d %s %x", NUMBER(x), NUMBER(ROUNDED(v)), x == x ? negative : 0, error_name(error), raised);
    }

signgam, __signgam:
    extern int underscored __asm__("__signgam");
    const double some[] = {1, -0.5, -1.5, 2, -2.5, 0, -0.0};
    for (int i = 0; i < count(some); i++) {
        lgamma(some[i]);
        say("%g: %d %d", some[i], signgam, underscored);
        lgammaf(some[i]);
        say("%d", signgam);
        lgammal(some[i]);
        say("%d", signgam);
    }

every T = - f l
gamma$T, significand$T, finite$T, isinf$T, isnan$T:
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i], v;
        CALL(v, gamma$T(x));
        say("%s: %s %s %x", NUMBER(x), NUMBER(ROUNDED(v)), error_name(error), raised);
        extern int plain_finite$T(__typeof__(x)) __asm__("finite$T"), plain_isinf$T(__typeof__(x)) __asm__("isinf$T"),
            plain_isnan$T(__typeof__(x)) __asm__("isnan$T");
        say("%s %d %d %d", NUMBER(significand$T(x)), !!plain_finite$T(x), plain_isinf$T(x), !!plain_isnan$T(x));
    }

every T = - f l f128
__finite$T, __fpclassify$T, __signbit$T, __isinf$T, __isnan$T, __issignaling$T:
    extern int __finite$T(__typeof__(fabs$T(1))), __fpclassify$T(__typeof__(fabs$T(1))),
        __signbit$T(__typeof__(fabs$T(1))), __isinf$T(__typeof__(fabs$T(1))), __isnan$T(__typeof__(fabs$T(1))),
        __issignaling$T(__typeof__(fabs$T(1)));
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i];
        say("%s: %d %d %d %d %d %d", NUMBER(x), !!__finite$T(x), __fpclassify$T(x), x == x ? !!__signbit$T(x) : 0,
            __isinf$T(x), !!__isnan$T(x), !!__issignaling$T(x));
    }

every T = - f l f128
__iseqsig$T:
    extern int __iseqsig$T(__typeof__(fabs$T(1)), __typeof__(fabs$T(1)));
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(pairs); j++) {
        int v;
        CALL(v, __iseqsig$T((__typeof__(fabs$T(1)))pairs[i], (__typeof__(fabs$T(1)))pairs[j]));
        say("(%d, %d) = %d %s %x", i, j, !!v, error_name(error), raised);
    }

__iscanonicall:
    long double x = 1.5L;
    extern int __iscanonicall(long double);
    show(!!__iscanonicall(x));
    ((unsigned char *)&x)[7] = 0;
    show(!!__iscanonicall(x));
    show(!!__iscanonicall(0));
    show(!!__iscanonicall(INFINITY));

every T = - f l f32 f64 f32x f64x f128
canonicalize$T:
    for (int i = 0; i < count(all); i++) {
        __typeof__(fabs$T(1)) x = all[i], y = 9;
        int result = canonicalize$T(&y, &x);
        say("%s: %d %s", NUMBER(x), result, NUMBER(y));
    }

every T = - f l f32 f64 f32x f64x f128
totalorder$T, totalordermag$T:
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(pairs); j++) {
        __typeof__(fabs$T(1)) x = pairs[i], y = pairs[j];
        say("(%d, %d) = %d %d", i, j, !!totalorder$T(&x, &y), !!totalordermag$T(&x, &y));
    }

every T = - f l f32 f64 f32x f64x f128
getpayload$T, setpayload$T, setpayloadsig$T, nan$T:
    const long double payloads[] = {0, 1, 2, 0.5L, -1, 4096, 2097151, 4194303, 4194304, 2251799813685247.0L,
        2251799813685248.0L, 1e30L, INFINITY};
    for (int i = 0; i < count(payloads); i++) {
        __typeof__(fabs$T(1)) p = payloads[i], x = 7, y = 7;
        int quiet = setpayload$T(&x, p), signaling = setpayloadsig$T(&y, p);
        say("%s: %d %d %s", NUMBER(p), quiet, signaling, NUMBER(getpayload$T(&x)));
        bytes(&x, sizeof x == 16 && __LDBL_MANT_DIG__ == 64 && _Generic(x, _Float128: 0, default: 1) ? 10 : sizeof x);
        bytes(&y, sizeof y == 16 && _Generic(y, _Float128: 0, default: 1) ? 10 : sizeof y);
    }
    const char *texts[] = {"", "0", "1", "0x123", "017", "abc", "99999999999999999999", "1 "};
    for (int i = 0; i < count(texts); i++) {
        __typeof__(fabs$T(1)) x = nan$T(texts[i]);
        show(x);
        show(getpayload$T(&x));
    }

every F = fromfp ufromfp fromfpx ufromfpx
every T = - f l f32 f64 f32x f64x f128
$F$T:
    const long double some[] = {0, -0.0L, 0.5L, 1.5L, 2.5L, -0.5L, -1.5L, -2.5L, 7.75L, 127, 127.5L, 128, -128, -128.5L,
        -129, 255.5L, 1e10L, 9223372036854775807.0L, 1e30L, INFINITY, NAN};
    const int modes[] = {FP_INT_UPWARD, FP_INT_DOWNWARD, FP_INT_TOWARDZERO, FP_INT_TONEARESTFROMZERO, FP_INT_TONEAREST};
    const unsigned widths[] = {1, 2, 8, 33, 64, 100};
    for (int i = 0; i < count(some); i++) for (int m = 0; m < 5; m++) for (int w = 0; w < count(widths); w++) {
        __typeof__(fabs$T(1)) x = some[i];
        long v;
        CALL(v, $F$T(x, modes[m], widths[w]));
        say("(%s, %d, %u) = %ld %s %x", NUMBER(x), m, widths[w], raised & FE_INVALID ? 0 : v, error_name(error),
            raised);
    }
    __typeof__(fabs$T(1)) x = 5;
    fails($F$T(x, 0, 0) == 0);

#define NARROW2(f, wide) \
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(pairs); j++) { \
        wide x = pairs[i], y = pairs[j]; __typeof__(f(x, y)) v; \
        CALL(v, f(x, y)); \
        say("(%d, %d) = %s %s %x", i, j, NUMBER(v), error_name(error), raised); \
    }
#define NARROW1(f, wide) \
    for (int i = 0; i < count(all); i++) { \
        wide x = all[i]; __typeof__(f(x)) v; \
        CALL(v, f(x)); \
        say("%d = %s %s %x", i, NUMBER(v), error_name(error), raised); \
    }
#define NARROW3(f, wide) \
    for (int i = 0; i < count(pairs); i++) for (int j = 0; j < count(pairs); j++) for (int k = 0; k < count(pairs); \
        k += 3) { \
        wide x = pairs[i], y = pairs[j], z = pairs[k]; __typeof__(f(x, y, z)) v; \
        CALL(v, f(x, y, z)); \
        say("(%d, %d, %d) = %s %s %x", i, j, k, NUMBER(v), error_name(error), raised & ~FE_INVALID); \
    }
every R = f
every O = add sub mul div
$R$O, $R$Ol, d$Ol:
    NARROW2($R$O, double);
    NARROW2($R$Ol, long double);
    NARROW2(d$Ol, long double);

fsqrt, fsqrtl, dsqrtl, ffma, ffmal, dfmal:
    NARROW1(fsqrt, double);
    NARROW1(fsqrtl, long double);
    NARROW1(dsqrtl, long double);
    NARROW3(ffma, double);
    NARROW3(ffmal, long double);
    NARROW3(dfmal, long double);

every O = add sub mul div
f32$Of32x, f32$Of64, f32$Of64x, f32$Of128, f32x$Of64, f32x$Of64x, f32x$Of128, f64$Of64x, f64$Of128, f64x$Of128:
    NARROW2(f32$Of32x, _Float32x);
    NARROW2(f32$Of64, _Float64);
    NARROW2(f32$Of64x, _Float64x);
    NARROW2(f32$Of128, _Float128);
    NARROW2(f32x$Of64, _Float64);
    NARROW2(f32x$Of64x, _Float64x);
    NARROW2(f32x$Of128, _Float128);
    NARROW2(f64$Of64x, _Float64x);
    NARROW2(f64$Of128, _Float128);
    NARROW2(f64x$Of128, _Float128);

every O = sqrt
f32$Of32x, f32$Of64, f32$Of64x, f32$Of128, f32x$Of64, f32x$Of64x, f32x$Of128, f64$Of64x, f64$Of128, f64x$Of128:
    NARROW1(f32$Of32x, _Float32x);
    NARROW1(f32$Of64, _Float64);
    NARROW1(f32$Of64x, _Float64x);
    NARROW1(f32$Of128, _Float128);
    NARROW1(f32x$Of64, _Float64);
    NARROW1(f32x$Of64x, _Float64x);
    NARROW1(f32x$Of128, _Float128);
    NARROW1(f64$Of64x, _Float64x);
    NARROW1(f64$Of128, _Float128);
    NARROW1(f64x$Of128, _Float128);

every O = fma
f32$Of32x, f32$Of64, f32$Of64x, f32$Of128, f32x$Of64, f32x$Of64x, f32x$Of128, f64$Of64x, f64$Of128, f64x$Of128:
    NARROW3(f32$Of32x, _Float32x);
    NARROW3(f32$Of64, _Float64);
    NARROW3(f32$Of64x, _Float64x);
    NARROW3(f32$Of128, _Float128);
    NARROW3(f32x$Of64, _Float64);
    NARROW3(f32x$Of64x, _Float64x);
    NARROW3(f32x$Of128, _Float128);
    NARROW3(f64$Of64x, _Float64x);
    NARROW3(f64$Of128, _Float128);
    NARROW3(f64x$Of128, _Float128);
