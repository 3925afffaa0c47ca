// floating-point conversions, %a of double and long double included, in all rounding modes
// flags: -lm
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
int main(void)
{
    static const char *const formats[] = { "%f", "%.0f", "%#.0f", "%.3f", "%10.2f", "%-12.4f|", "%+.2e", "%e", "%.0e", "%#.0e", "%g", "%#g",
        "%.10g", "%.0g", "%G", "%E", "%F", "%a", "%A", "%.0a", "%.1a", "%.5a", "%.20a", "%020a", "%-25a|", "%+a", "% a", "%#a", "%#.0a",
        "%015.3f", "%+015.3f", "%08g", "%-08g|", "%'f", "%.12a" };
    static const double values[] = { 0.0, -0.0, 1.0, -1.5, 0.1, 2.5, 3.5, 1e10, 123456789.125, 1e-10, 5e-324, -2.2e-308, DBL_MAX, DBL_MIN,
        INFINITY, -INFINITY, NAN, -NAN, 9.9999995, 0.5, 1.9999999999, 15.96875, 0x1.8p-3, 0x1.fffffffffffffp0, 0x1.08p0, 0x1.18p0 };
    static const int modes[] = { FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO };
    for (int m = 0; m < 4; m++) {
        fesetround(modes[m]);
        for (size_t f = 0; f < sizeof formats / sizeof *formats; f++)
            for (size_t v = 0; v < sizeof values / sizeof *values; v++) {
                char name[32], name2[32], *p = name;
                printf("%s ", formats[f]);
                printf(formats[f], values[v]);
                for (const char *s = formats[f]; *s; s++) {
                    if (*s >= 'A' && *s <= 'g' && *s != 'L')
                        *p++ = 'L';
                    *p++ = *s;
                }
                *p = 0;
                printf("  ");
                printf(name, (long double)values[v]);
                printf("  ");
                printf(name, (long double)values[v] / 3);
                puts("");
            }
    }
    fesetround(FE_TONEAREST);
    printf("%La %La %La %Lg %.3La %.0La\n", LDBL_MAX, LDBL_MIN, LDBL_MIN / 4, LDBL_MAX, LDBL_MAX, LDBL_MAX);
    printf("%.400f\n%.1000e\n", 0.1, 1e-300);
    return 0;
}
