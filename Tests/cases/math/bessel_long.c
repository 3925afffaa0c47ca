// The Bessel functions of long double: within five units of the last place of values computed in 300 bits; special operands
// flags: -lm -fno-builtin
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const struct { const char *name; int n; long double x, value; } table[] = {
#include "bessel_table.h"
};

static long double call(const char *name, int n, long double x)
{
    if (name[1] == 'n')
        return *name == 'j' ? jnl(n, x) : ynl(n, x);
    return *name == 'j' ? (name[1] == '0' ? j0l(x) : j1l(x)) : name[1] == '0' ? y0l(x) : y1l(x);
}

static void special(const char *name, int n, long double x)
{
    feclearexcept(FE_ALL_EXCEPT), errno = 0;
    long double value = call(name, n, x);
    printf("%s(%d, %La) = %La %x %d\n", name, n, x, value, fetestexcept(FE_INVALID | FE_DIVBYZERO), errno);
}

int main(void)
{
    int right = 0;
    for (unsigned i = 0; i < sizeof table / sizeof *table; i++) {
        long double value = call(table[i].name, table[i].n, table[i].x), unit;
        unit = nextafterl(fabsl(table[i].value), INFINITY) - fabsl(table[i].value);
        if (fabsl(value - table[i].value) <= 5 * unit)
            right++;
        else
            printf("%s(%d, %La): %La, not %La\n", table[i].name, table[i].n, table[i].x, value, table[i].value);
        // Signs of orders and operands.
        if (table[i].name[0] == 'j')
            printf("%d", call(table[i].name, table[i].n, -table[i].x) == value);
        if (table[i].name[1] == 'n')
            printf("%d", call(table[i].name, -table[i].n, table[i].x) == value);
    }
    printf("\n%d\n", right);
    const char *names[] = { "j0", "j1", "y0", "y1", "jn", "yn" };
    const long double values[] = { 0.0L, -0.0L, INFINITY, -INFINITY, NAN };
    for (int i = 0; i < 6; i++)
        for (int j = 0; j < 5; j++)
            for (int n = -3; n < 4; n++)
                if (i > 3 || n == 0)
                    special(names[i], n, values[j]);
    for (int i = 2; i < 6; i++)
        special(names[i], 2, i == 4 ? 0 : -1), special(names[i], 3, i == 4 ? 0 : -0x1p-16445L);
    special("y1", 1, 0x1p-16445L), special("yn", 5, 0x1p-8000L), special("yn", -5, 0x1p-8000L), special("jn", 900, 0x1p-40L);
    special("jn", -5, 0x1p-8000L);
    return 0;
}
