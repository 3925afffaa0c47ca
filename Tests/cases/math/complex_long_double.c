// The elementary complex functions of long double have its digits and its range
// flags: -lm -fno-builtin
#include <complex.h>
#include <math.h>
#include <stdio.h>

typedef long double complex C;

static const struct { const char *name; C (*function)(C); } functions[] = {
    {"cexp", cexpl}, {"csinh", csinhl}, {"ccosh", ccoshl}, {"ctanh", ctanhl}, {"csin", csinl}, {"ccos", ccosl}, {"ctan", ctanl}, {"csqrt", csqrtl},
};

// 16 digits, 14 of large numbers, whose errors are those of the operand as well; nothing of a part that is small beside the other one.
static void show(long double part, long double other)
{
    if (isfinite(other) && part != 0 && fabsl(part) < 1e-3L * fabsl(other))
        printf(" small");
    else
        printf(" %.*Le", fabsl(part) > 1e30L ? 13 : 15, part);
}

int main(void)
{
    static const long double points[][2] = {
        {0.1L, 0.2L}, {1, 1}, {-1, 2.5L}, {2, -3}, {-0.7L, -0.3L}, {0, 1.25L}, {1.25L, 0}, {0.5L, 100}, {10, 10}, {-20, 0.7L},
        {1000, 1}, {-1000, 1}, {1, 1000.5L}, {1, -1000.5L}, {11356, 0.5L}, {-11356, 0.5L}, {0.5L, 11356}, {1e-3000L, 1e-3000L},
        {3e4000L, 4e4000L}, {-3e4000L, 4e-4000L}, {60, 0.25L},
    };
    for (unsigned f = 0; f < sizeof functions / sizeof *functions; f++)
        for (unsigned i = 0; i < sizeof points / sizeof *points; i++) {
            // Angles beyond what a reduction is exact for, and powers of e that no type holds, say nothing.
            if (points[i][0] * points[i][0] > 1e40L && f != 7)
                continue;
            C w = functions[f].function(__builtin_complex(points[i][0], points[i][1]));
            printf("%s %u:", functions[f].name, i);
            show(creall(w), cimagl(w));
            show(cimagl(w), creall(w));
            printf("\n");
        }
    return 0;
}
