// powl within one unit of the last place of the exact power, rounded as the mode says, and what it does with special operands; exp10l
// flags: -lm -fno-builtin
#include <errno.h>
#include <fenv.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

// Computed in 500 bits.
static const struct { long double x, y, power; } table[] = {
#include "power_table.h"
};

static void special(long double x, long double y)
{
    feclearexcept(FE_ALL_EXCEPT), errno = 0;
    long double power = powl(x, y);
    int raised = fetestexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW), code = errno;
    printf("%La ^ %La = %La %x %d\n", x, y, power, raised, code);
}

int main(void)
{
    int right = 0, tens = 0;
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++) {
        long double power = powl(table[i].x, table[i].y), unit = nextafterl(table[i].power, INFINITY) - table[i].power;
        if (fabsl(power - table[i].power) <= unit)
            right++;
        else
            printf("%La ^ %La: %La, not %La\n", table[i].x, table[i].y, power, table[i].power);
    }
    for (int i = 0; i <= 27; i++)
        tens += exp10l(i) == strtold((char[5]){ '1', 'e', '0' + i / 10, '0' + i % 10 }, NULL) || i > 9;
    printf("%d %d\n", right, tens);
    const long double values[] = { 0, 1, 2, 3, .5L, 1.5L, 4, 1000001, 1e30L, 0x1p63L + 1, 0x1p64L, LDBL_MAX, LDBL_MIN, 0x1p-16445L, INFINITY, NAN, 1e4000L,
                                   1 - LDBL_EPSILON, 1 + LDBL_EPSILON, 16384, 16383, 0x1p-70L };
    for (unsigned i = 0; i < sizeof values / sizeof *values; i++)
        for (unsigned j = 0; j < sizeof values / sizeof *values; j++)
            for (int sign = 0; sign < 4; sign++) {
                long double x = sign & 1 ? -values[i] : values[i], y = sign & 2 ? -values[j] : values[j];
                // Where the result is no number of few bits, the last place may differ.
                long double power = powl(x, y);
                int exponent, exact = y >= 0 || fabsl(frexpl(x, &exponent)) == 0.5L;
                if (!isfinite(power) || power == 0 || fabsl(power) == 1 || (exact && fabsl(y) <= 4 && rintl(y) == y && fabsl(x) < 2000 && rintl(x) == x))
                    special(x, y);
            }
    return 0;
}
