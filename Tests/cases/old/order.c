// totalorder before 2.31 takes numbers, not pointers
// flags: -lm -ffp-contract=off
#include <math.h>
#include <stdio.h>
#include "versions.h"
OLD(int, totalorder, "2.25", (double, double));
OLD(int, totalordermag, "2.25", (double, double));
OLD(int, totalorderf, "2.25", (float, float));
OLD(int, totalordermagf, "2.25", (float, float));
OLD(int, totalorderl, "2.25", (long double, long double));
OLD(int, totalordermagl, "2.25", (long double, long double));
OLD(int, totalorderf32, "2.27", (float, float));
OLD(int, totalorderf64x, "2.27", (long double, long double));
OLD(int, totalordermagf32x, "2.27", (double, double));
OLD(int, totalorderf128, "2.26", (_Float128, _Float128));
OLD(int, totalordermagf128, "2.26", (_Float128, _Float128));

int main(void)
{
    static const double values[] = {-INFINITY, -1.5, -0.0, 0.0, 1e-310, 2, INFINITY, NAN, -NAN};
    for (unsigned i = 0; i < 9; i++)
        for (unsigned j = 0; j < 9; j++) {
            double x = values[i], y = values[j];
            printf("%d%d%d%d%d%d%d%d%d ", totalorder_old(x, y), totalordermag_old(x, y), totalorderf_old(x, y), totalordermagf_old(x, y),
                   totalorderl_old(x, y), totalordermagl_old(x, y), totalorderf32_old(x, y), totalorderf64x_old(x, y),
                   totalordermagf32x_old(x, y));
            printf("%d%d ", totalorderf128_old(x, y), totalordermagf128_old(x, y));
        }
    puts("");
}
