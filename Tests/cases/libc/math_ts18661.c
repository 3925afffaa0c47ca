// The functions of TS 18661 and C23 that musl's libm lacks: values, exceptions and errno at ordinary and special arguments.
// flags: -lm -fno-builtin -frounding-math
#define __STDC_WANT_IEC_60559_BFP_EXT_C2X__ 1
#define __STDC_WANT_IEC_60559_TYPES_EXT__ 1
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>
#include <stdint.h>
#include <string.h>

static const double values[] = {0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -2.5, 3.0000000001, 1e300, -1e300, 5e-324, 1.0 / 3, INFINITY, -INFINITY, NAN, 127, 128, 255.5, -128.5};
enum { COUNT = sizeof values / sizeof *values };

static void flags(const char *name)
{
    printf("  %s flags %d%d%d%d%d errno %d\n", name, !!fetestexcept(FE_INVALID), !!fetestexcept(FE_DIVBYZERO), !!fetestexcept(FE_OVERFLOW),
           !!fetestexcept(FE_UNDERFLOW), !!fetestexcept(FE_INEXACT), errno);
    feclearexcept(FE_ALL_EXCEPT);
    errno = 0;
}
#define SHOW(format, call) do { errno = 0; feclearexcept(FE_ALL_EXCEPT); __typeof__(call) shown = call; \
    int saved = fetestexcept(FE_ALL_EXCEPT), error = errno; printf(format, shown); feclearexcept(FE_ALL_EXCEPT); feraiseexcept(saved); errno = error; flags(#call); } while (0)
#define TWO(function, format) SHOW(format, function(x, y)); 

int main(void)
{
    for (int i = 0; i < COUNT; i++) {
        double x = values[i];
        float xf = (float)x;
        long double xl = x;
        printf("x = %.17g\n", x);
        SHOW("%.17g", nextup(x)); SHOW("%.17g", nextdown(x)); SHOW("%.17g", (double)nextupf(xf)); SHOW("%.21Lg", nextdownl(xl));
        SHOW("%.17g", roundeven(x)); SHOW("%.17g", (double)roundevenf(xf)); SHOW("%.21Lg", roundevenl(xl));
        SHOW("%ld", llogb(x)); SHOW("%ld", llogbl(xl));
        SHOW("%d", isnan(x)); SHOW("%d", isinf(x)); SHOW("%d", finite(x));
        SHOW("%.17g", getpayload(&x));
        for (int how = 0; how < 5; how++) {
            SHOW("%jd", (intmax_t)fromfp(x, how, 8)); SHOW("%jd", (intmax_t)fromfpx(x, how, 64));
            SHOW("%ju", (uintmax_t)ufromfp(x, how, 8)); SHOW("%ju", (uintmax_t)ufromfpx(xl, how, 33));
        }
        double canonical;
        printf("%d %.17g\n", canonicalize(&canonical, &x), x);
        for (int j = 0; j < COUNT; j++) {
            double y = values[j];
            TWO(fmaximum, "%.17g"); TWO(fminimum, "%.17g"); TWO(fmaximum_num, "%.17g"); TWO(fminimum_num, "%.17g");
            TWO(fmaximum_mag, "%.17g"); TWO(fminimum_mag, "%.17g"); TWO(fmaximum_mag_num, "%.17g"); TWO(fminimum_mag_num, "%.17g");
            SHOW("%d", totalorder(&x, &y)); SHOW("%d", totalordermag(&x, &y));
            SHOW("%.17g", (double)fadd(x, y)); SHOW("%.17g", (double)fsub(x, y)); SHOW("%.17g", (double)fmul(x, y)); SHOW("%.17g", (double)fdiv(x, y));
            SHOW("%.17g", daddl(x, y)); SHOW("%.17g", ddivl(x, y)); SHOW("%.17g", dmull(x, y));
        }
        SHOW("%.17g", (double)fsqrt(x)); SHOW("%.17g", dsqrtl(x)); SHOW("%.17g", (double)ffma(x, 3.1, 0.7));
    }
    for (int mode = 0; mode < 4; mode++) {
        static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
        fesetround(modes[mode]);
        volatile double third = 3.0, one = 1.0, tiny = 1e-30;
        printf("%.17g %.17g %.17g\n", (double)fdiv(one, third), (double)fadd(one, tiny), ddivl(1.0L, 3.0L));
    }
    fesetround(FE_TONEAREST);
    double quiet, signaling;
    printf("%d %d %d %d\n", setpayload(&quiet, 42), setpayloadsig(&signaling, 7), setpayload(&quiet, -1) , setpayloadsig(&signaling, 0));
    setpayload(&quiet, 42), setpayloadsig(&signaling, 7);
    printf("%.17g %.17g %d %d\n", getpayload(&quiet), getpayload(&signaling), issignaling(quiet), issignaling(signaling));
    printf("%d\n", feenableexcept(FE_DIVBYZERO));
    printf("%d %d\n", fegetexcept(), fedisableexcept(FE_ALL_EXCEPT));
    femode_t kept;
    fegetmode(&kept);
    fesetround(FE_UPWARD);
    fesetmode(&kept);
    printf("%d\n", fegetround() == FE_TONEAREST);
    fesetexcept(FE_OVERFLOW);
    flags("fesetexcept");
    printf("%d\n", iseqsig(1.0, 1.0));
    flags("equal");
    printf("%d\n", iseqsig(1.0, (double)NAN));
    flags("nan");
    printf("%.17g %.17g %.21Lg\n", (double)sinf32(1.0f), cosf64(1.0), expf64x(1.0L) > 2.7L ? 1.0L : 0.0L);
    printf("%.17g %.17g %.17g\n", gamma(0.5), significand(10.0), scalb(1.5, 3.0));
    return 0;
}
