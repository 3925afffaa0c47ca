// The functions of _Float128 that approximate: 30 digits of the result, errno, and exceptions that are more than "inexact".
// flags: -lm
#include <complex.h>
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

typedef _Float128 Q;
static void begin(void) { errno = 0; feclearexcept(FE_ALL_EXCEPT); }
static void show(const char *name, Q r)
{
    int error = errno, raised = fetestexcept(FE_INVALID | FE_DIVBYZERO);
    char text[80];
    strfromf128(text, sizeof text, "%.29e", r);
    printf(" %s %s e%d x%x", name, text[0] == '-' && r != r ? text + 1 : text, error, raised);
}
#define ONE(f) begin(), show(#f, f##f128(x))
#define TWO(f) begin(), show(#f, f##f128(x, y))
#define PAIR(f) do { begin(); _Complex _Float128 r = f##f128(z); show(#f, crealf128(r)), show("", cimagf128(r)); } while (0)

int main(void)
{
    const char *texts[] = {"0", "-0", "1", "-1", "0.5", "-0.25", "1.25", "-2.75", "3.0000000000000000000000000001", "1e-20", "-1e-20", "1e-4940", "17.5", "-20.25", "100.125", "-170.5", "1000", "11356.6", "-11400", "11400",
        "1e10", "123456789.123", "1e100", "-1e100", "1e4000", "-3", "2", "-4", "0.99999", "1.00001", "709.5", "inf", "-inf", "nan", "16384", "-16400", "-16500", "4932.1", "4933", "-4951", "-4980", "6.25e-4966", "1755.4", "1756"};
    int n = sizeof texts / sizeof *texts;
    for (int i = 0; i < n; i++) {
        Q x = strtof128(texts[i], NULL), s, c;
        printf("%s:", texts[i]);
        ONE(acos), ONE(acosh), ONE(asin), ONE(asinh), ONE(atan), ONE(atanh), ONE(cbrt), ONE(cos), ONE(cosh), ONE(erf), ONE(erfc), ONE(exp), ONE(exp2), ONE(exp10), ONE(expm1);
        ONE(log), ONE(log10), ONE(log1p), ONE(log2), ONE(sin), ONE(sinh), ONE(tan), ONE(tanh), ONE(tgamma), signgam = 7, ONE(lgamma), printf(" sign %d", signgam);
        int sign = 7;
        begin(), show("lgamma_r", lgammaf128_r(x, &sign)), printf(" sign %d", sign);
        if (fabsf128(x) < 1e6) ONE(j0), ONE(j1), ONE(y0), ONE(y1), begin(), show("jn", jnf128(3, x)), begin(), show("yn", ynf128(-2, x));
        begin(), sincosf128(x, &s, &c), show("sine", s), show("cosine", c);
        puts("");
        for (int j = 0; j < n; j++) {
            Q y = strtof128(texts[j], NULL), both;
            int quotient = 0;
            printf("%s %s:", texts[i], texts[j]);
            TWO(atan2), TWO(fmod), TWO(hypot), TWO(pow), TWO(remainder), begin(), show("fma", fmaf128(x, y, 1.5f128)), begin(), both = remquof128(x, y, &quotient);
            show("remquo", both);
            if (both == both) printf(" %d", quotient & 7);
            _Complex _Float128 z = CMPLXF128(x, y);
            if (i % 3 == 0 && j % 3 == 0 && fabsf128(x) < 1e4 && fabsf128(y) < 1e4) {
                PAIR(cacos); PAIR(cacosh); PAIR(casin); PAIR(casinh); PAIR(catan); PAIR(catanh); PAIR(ccos); PAIR(ccosh); PAIR(cexp); PAIR(clog); PAIR(clog10); PAIR(csin); PAIR(csinh); PAIR(csqrt); PAIR(ctan); PAIR(ctanh);
                begin(), z = cpowf128(z, CMPLXF128(0.5f128, 1)), show("cpow", crealf128(z)), show("", cimagf128(z));
            }
            z = CMPLXF128(x, y);
            PAIR(cproj); PAIR(conj);
            begin(), show("cabs", cabsf128(z)), show("carg", cargf128(z));
            puts("");
        }
    }
    const char *inputs[] = {"", " +1.5x", "0x1.8p3", "0x1.ffffffffffffffffffffffffffffp-16383", "1e5000", "-1e5000", "1e-5000", "infinity", "-INFx", "nan(12)", "nan", ".5e", "1e", "--1", "0x", "1.18973149535723176508575932662800702e4932", "6.47517511943802511092443895822764655e-4966", "1e-4966", "0.1", "123456789012345678901234567890123456789012345678901234567890", "1,5"};
    for (int i = 0; i < sizeof inputs / sizeof *inputs; i++) {
        char *end, text[100];
        wchar_t wide[100], *wide_end;
        errno = 0;
        Q r = strtof128(inputs[i], &end);
        int error = errno;
        mbstowcs(wide, inputs[i], 100);
        errno = 0;
        Q w = wcstof128(wide, &wide_end);
        strfromf128(text, sizeof text, "%a", r);
        printf("[%s] %s rest [%s] e%d wide %d %td e%d", inputs[i], text, end, error, w == r || (w != w && r != r), wide_end - wide, errno);
        const char *formats[] = {"%.40e", "%.0f", "%g", "%A", "%.10G", "%E", "%.3a"};
        for (int f = 0; f < 7; f++)
            if (f != 1 || fabsf128(r) < 1e100) printf(" %d", strfromf128(text, sizeof text, formats[f], r)), printf(" %s", text);
        puts("");
    }
    char small[4];
    printf("%d %s %d\n", strfromf128(small, 4, "%f", 123.5f128), small, strfromf128(NULL, 0, "%g", 1.5f128));
    return 0;
}
