// The functions of _Float128 whose results are exact or rounded once: bits, errno and exceptions, in each rounding mode.
// flags: -lm -frounding-math
#include <errno.h>
#include <fenv.h>
#include <limits.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef _Float128 Q;
static int mode;

static void begin(void) { errno = 0; feclearexcept(FE_ALL_EXCEPT); }
static void end(void) { printf(" e%d x%x", errno, fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW)); }
static void quad(const char *name, Q r)
{
    unsigned long w[2];
    memcpy(w, &r, 16);
    if (r != r) w[1] &= INT64_MAX;              // the sign of a NaN means nothing
    printf(" %s %016lx%016lx", name, w[1], w[0]);
}
#define ONE(f) begin(), quad(#f, f##f128(x)), end()
#define ONE_INTEGER(f) do { begin(); long long r = f##f128(x); printf(" " #f " %lld", r); end(); } while (0)
// Which of two NaNs comes out is not specified.
static void pair(const char *name, Q r) { quad(name, r != r ? __builtin_nanf128("") : r); }
#define TWO(f) begin(), pair(#f, f##f128(x, y)), end()
#define NARROW(f, type) do { begin(); type r = f; unsigned char b[sizeof r]; memcpy(b, &r, sizeof r); printf(" " #f " "); \
    if (r != r) printf("nan"); else for (int i = sizeof r > 10 ? 9 : sizeof r - 1; i >= 0; i--) printf("%02x", b[i]); end(); } while (0)

static Q make(unsigned long high, unsigned long low)
{
    unsigned long w[2] = {low, high};
    Q x;
    memcpy(&x, w, 16);
    return x;
}

int main(void)
{
    Q v[400];
    int n = 0;
    const char *texts[] = {"0", "-0.0", "1", "-1", "0.5", "-0.5", "1.5", "2.5", "-2.5", "0.49999999999999999999999999999999999", "3.7", "-3.2", "1e10", "4503599627370497.5", "9223372036854775807.5", "-9223372036854775808",
        "9223372036854775808", "18446744073709551615", "1e30", "5192296858534827628530496329220095.5", "5192296858534827628530496329220096", "1e4931", "-1e-4940", "3.3621031431120935062626778173217526e-4932", "2", "4", "3", "7", "127", "128", "-128.5", "255.5", "1e38", "3.5e38", "1e-46", "1e-40", "1e308", "2e308", "1e-320", "1e-330", "16777217", "9007199254740993", "18446744073709551617", "1.00000005960464477539062500000000001"};
    for (int i = 0; i < sizeof texts / sizeof *texts; i++) v[n++] = strtof128(texts[i], NULL);
    v[n++] = make(0x7fff000000000000, 0), v[n++] = make(0xffff000000000000, 0), v[n++] = make(0x7fff800000000000, 5), v[n++] = make(0x7fff000000000000, 5);
    v[n++] = make(0, 1), v[n++] = make(0x7ffeffffffffffff, ~0UL), v[n++] = make(0x0000ffffffffffff, ~0UL), v[n++] = make(0xffff800000000001, 77), v[n++] = make(0x0000000000000001, 0);
    unsigned long s = 12345;
    for (int i = 0; i < 60; i++) {
        unsigned long high = s = s * 6364136223846793005 + 1442695040888963407, low = s = s * 6364136223846793005 + 1442695040888963407;
        v[n++] = make(i % 2 ? (high & 0x8000ffffffffffff) | (0x3fffUL + high % 120) << 48 : high, i % 3 ? low : low & ~0UL << 50);
    }
    int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    for (mode = 0; mode < 4; mode++) {
        fesetround(modes[mode]);
        for (int i = 0; i < n; i++) {
            Q x = v[i], whole;
            int exponent;
            printf("%d %d:", mode, i);
            ONE(ceil), ONE(floor), ONE(trunc), ONE(round), ONE(roundeven), ONE(rint), ONE(nearbyint), ONE(sqrt), ONE(nextup), ONE(nextdown), ONE(logb);
            ONE_INTEGER(lrint); ONE_INTEGER(llrint); ONE_INTEGER(lround); ONE_INTEGER(llround); ONE_INTEGER(ilogb); ONE_INTEGER(llogb);
            begin(), quad("modf", modff128(x, &whole)), quad("", whole), end();
            if (isfinite(x)) begin(), quad("frexp", frexpf128(x, &exponent)), printf(" %d", exponent), end();
            int shifts[] = {0, 1, -1, 113, -16000, 16000, 40000, -40000, -16494, INT_MAX, INT_MIN};
            for (int k = 0; k < 11; k++) begin(), quad("scalbn", scalbnf128(x, shifts[k])), end();
            begin(), quad("scalbln", scalblnf128(x, LONG_MAX)), end(), begin(), quad("ldexp", ldexpf128(x, -3)), end();
            for (int how = -1; how < 7; how++)
                for (int width = 0; width < 70; width += 8 + width / 9) {
                    begin(), printf(" %ld", fromfpf128(x, how, width)), end();
                    begin(), printf(" %lu", ufromfpf128(x, how, width)), end();
                }
            begin(), printf(" %ld", fromfpxf128(x, 2, 64)), end(), begin(), printf(" %lu", ufromfpxf128(x, 2, 64)), end();
            Q c = 0;
            begin(), printf(" canonicalize %d", canonicalizef128(&c, &x)), quad("", c), end(), quad("payload", getpayloadf128(&x));
            int set = setpayloadf128(&c, x);
            printf(" %d", set), quad("set", c);
            set = setpayloadsigf128(&c, x);
            printf(" %d", set), begin();
            NARROW(f32sqrtf128(x), float); NARROW(f64sqrtf128(x), double); NARROW(f64xsqrtf128(x), long double);
            puts("");
            for (int j = 0; j < n; j += 1 + mode) {
                Q y = v[j];
                printf("%d %d %d:", mode, i, j);
                TWO(fmax), TWO(fmin), TWO(fmaximum), TWO(fminimum), TWO(fmaximum_num), TWO(fminimum_num), TWO(fmaximum_mag), TWO(fminimum_mag), TWO(fmaximum_mag_num), TWO(fminimum_mag_num);
                TWO(fmaxmag), TWO(fminmag), TWO(fdim), TWO(nextafter);
                printf(" %d%d", totalorderf128(&x, &y), totalordermagf128(&x, &y));
                begin(), printf(" eqsig %d", iseqsig(x, y)), end();
                NARROW(f32addf128(x, y), float); NARROW(f32subf128(x, y), float); NARROW(f32mulf128(x, y), float); NARROW(f32divf128(x, y), float);
                NARROW(f64addf128(x, y), double); NARROW(f64mulf128(x, y), double); NARROW(f32xdivf128(x, y), double); NARROW(f32xsubf128(x, y), double);
                NARROW(f64xaddf128(x, y), long double); NARROW(f64xsubf128(x, y), long double); NARROW(f64xmulf128(x, y), long double); NARROW(f64xdivf128(x, y), long double);
                puts("");
            }
        }
    }
    quad("nan", nanf128("")), quad("nan", nanf128("12")), quad("nan", nanf128("0x1ffff"));
    puts("");
    return 0;
}
