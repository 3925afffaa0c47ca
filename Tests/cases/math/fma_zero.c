// fma, fmaf, fmal: the sign of a zero, whether exact or too small, and results next to it
// flags: -lm -fno-builtin
#include <fenv.h>
#include <math.h>
#include <stdio.h>

static const double values[] = { 0.0, 0x1p-1074, 0x1p-1000, 0x1.8p-537, 0x1p-500, 0x1p-149, 0x1p-75, 0x1p-40, 1, 2, 4, 0x1.fffffep127, 0x1p512,
                                 0x1.fffffffffffffp1023, INFINITY };
enum { COUNT = sizeof values / sizeof *values };

int main(void)
{
    volatile double double_result;
    volatile float float_result;
    volatile long double long_result;
    const int modes[] = { FE_TONEAREST, FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO };
    for (int mode = 0; mode < 4; mode++)
        for (int i = 0; i < COUNT; i++)
            for (int j = 0; j < COUNT; j++)
                for (int k = 0; k < COUNT; k++)
                    for (int signs = 0; signs < 8; signs++) {
                        double x = signs & 1 ? -values[i] : values[i], y = signs & 2 ? -values[j] : values[j],
                               z = signs & 4 ? -values[k] : values[k];
                        fesetround(modes[mode]);
                        double_result = fma(x, y, z), float_result = fmaf(x, y, z), long_result = fmal(x, y, z);
                        fesetround(FE_TONEAREST);
                        if (double_result == 0 || float_result == 0 || long_result == 0)
                            printf("%d %a %a %a: %a %a %La\n", mode, x, y, z, double_result, float_result, long_result);
                    }
    double x = 0x1p-500, y = 0x1p-550, z = 0x1p-1000;
    printf("%a %a %a %a\n", fma(x - y, x + y, -z), fma(y - x, x + y, z), fma(y - x, -(x + y), -z), fma(x - y, -(x + y), z));
    return 0;
}
