// fromfp and its kin at GLIBC_2.43 give numbers, in every type, against what glibc 2.43 computes; on an older glibc there is nothing to check.
// flags: -lm -Wl,--no-as-needed -lm
#include <dlfcn.h>
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row { const char *name; double x; int how; unsigned width; double result; int exceptions, error; };
static const struct row table[] = {
#ifndef GENERATE
#include "fromfp_table.h"
#endif
    {NULL},
};

static void *find(const char *name, const char *suffix)
{
    char full[40];
    snprintf(full, sizeof full, "%s%s", name, suffix);
    return dlvsym(RTLD_DEFAULT, full, "GLIBC_2.43");
}

#ifdef GENERATE
int main(void)
{
    static const char *const names[] = {"fromfp", "fromfpx", "ufromfp", "ufromfpx"};
    static const double values[] = {0, -0.0, 0.5, -0.5, 0.25, 1.5, -2.5, 127, 127.5, -128, -128.5, 255.5, 0x1p62, -0x1p63, 0x1p100, INFINITY, NAN};
    static const unsigned widths[] = {0, 1, 8, 64, 200};
    srand(1);
    for (int n = 0; n < 4; n++)
        for (int i = 0; i < 17; i++)
            for (int w = 0; w < 5; w++) {
                int how = rand() % 8 - 1;
                double (*f)(double, int, unsigned) = find(names[n], "");
                errno = 0, feclearexcept(FE_ALL_EXCEPT);
                volatile double r = f(values[i], how, widths[w]);
                int e = fetestexcept(FE_ALL_EXCEPT);
                char text[2][40];
                for (int k = 0; k < 2; k++) {
                    double d = k ? r : values[i];
                    isnan(d) ? strcpy(text[k], "NAN") : isinf(d) ? strcpy(text[k], d > 0 ? "INFINITY" : "-INFINITY") : sprintf(text[k], "%a", d);
                }
                printf("{\"%s\", %s, %d, %u, %s, %d, %d},\n", names[n], text[0], how, widths[w], text[1], e, errno);
            }
}
#else
static void check(const struct row *r, const char *suffix, double result)
{
    int exceptions = fetestexcept(FE_ALL_EXCEPT), error = errno;
    int same = isnan(r->result) ? isnan(result) : result == r->result && !signbit(result) == !signbit(r->result);
    if (!same || exceptions != r->exceptions || error != r->error)
        printf("%s%s(%a, %d, %u): %a, not %a; exceptions %x, not %x; error %d\n", r->name, suffix, r->x, r->how, r->width, result, r->result, exceptions,
               r->exceptions, error);
}

#define IN(type, suffix) { \
        type (*volatile f)(type, int, unsigned) = (type (*)(type, int, unsigned))find(r->name, suffix); \
        errno = 0, feclearexcept(FE_ALL_EXCEPT); \
        if (f) { volatile type result = f((type)r->x, r->how, r->width); check(r, suffix, (double)result); } \
    }
int main(void)
{
    for (const struct row *r = table; r->name; r++) {
        IN(float, "f") IN(double, "") IN(long double, "l") IN(float, "f32") IN(double, "f64") IN(double, "f32x") IN(long double, "f64x")
        IN(__float128, "f128")
    }
    puts("done");
}
#endif
