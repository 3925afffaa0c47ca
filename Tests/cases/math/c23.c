// The functions that C23 added to <math.h>, in every type, against what glibc 2.43 computes in long double; on an older glibc there is nothing to check.
// flags: -lm -Wl,--no-as-needed -lm
#include <dlfcn.h>
#include <errno.h>
#include <float.h>
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct row { const char *name; int kind; double x, y; long long n; const char *result; int error; };
static const struct row table[] = {
#ifndef GENERATE
#include "c23_table.h"
#endif
};

static void *find(const char *name, const char *suffix)
{
    char full[40];
    snprintf(full, sizeof full, "%s%s", name, suffix);
    return dlsym(RTLD_DEFAULT, full);
}

#define CALL(type) (r->kind == 1 ? ((type (*)(type))f)(r->x) : r->kind == 2 ? ((type (*)(type, type))f)(r->x, r->y) : ((type (*)(type, long long))f)(r->x, r->n))

#ifdef GENERATE
static void emit(const char *name, int kind, double x, double y, long long n)
{
    struct row row = {name, kind, x, y, n}, *r = &row;
    void *f = find(name, "l");
    errno = 0;
    long double v = CALL(long double);
    char text[3][40];
    double d[2] = {x, y};
    for (int i = 0; i < 2; i++) isnan(d[i]) ? strcpy(text[i], "NAN") : isinf(d[i]) ? strcpy(text[i], d[i] > 0 ? "INFINITY" : "-INFINITY") : sprintf(text[i], "%a", d[i]);
    sprintf(text[2], "%La", v);
    printf("{\"%s\", %d, %s, %s, %lld, \"%s\", %d},\n", name, kind, text[0], text[1], n, isnan(v) ? "nan" : text[2], errno);
}
int main(void)
{
    const char *one[] = {"sinpi", "cospi", "tanpi", "acospi", "asinpi", "atanpi", "exp2m1", "exp10m1", "log2p1", "log10p1", "logp1", "rsqrt"};
    double x[] = {0, -0.0, 1, -1, 0.5, -0.5, 0.25, -0.75, 1.5, -2.5, 2, -3, 1e-10, -1e-30, 0.1f, -0.3f, 0.7f, 1.1f, 3.3f, -5.7f, 10.3f, 33.375f, -100.6f, 127.9f, 200.25f, 1000.125f, -2000.5f, 5000, 1e10f, 8388607.5, -16777217e3f, 1e30f, INFINITY, -INFINITY, NAN, 1e-45f, 0x1.fffffep-1, -0x1.fffffep-1, 9.5367431640625e-7};
    int nx = sizeof x / sizeof *x;
    for (int f = 0; f < 12; f++) for (int i = 0; i < nx; i++) emit(one[f], 1, x[i], 0, 0);
    double y[] = {0, -0.0, 1, -1, 0.3f, -2.5f, 7, 1e20f, -1e20f, INFINITY, -INFINITY, NAN, 0x1p-140};
    for (int i = 0; i < nx; i += 2) for (int j = 0; j < 13; j++) emit("atan2pi", 2, x[i], y[j], 0), emit("powr", 2, x[i], y[j], 0);
    long long n[] = {0, 1, -1, 2, 3, -3, 4, 7, 10, -64, 1001, 1000000007, LLONG_MAX};
    for (int i = 0; i < nx; i++) for (int j = i % 2; j < 13; j += 2) emit("pown", 3, x[i], 0, n[j]), emit("rootn", 3, x[i], 0, n[j]), emit("compoundn", 3, x[i], 0, n[j]);
    double whole[] = {8, 27, -27, 1024, 59049, 1e15, 4294967296.0};
    for (int i = 0; i < 7; i++) for (int k = 2; k < 6; k++) emit("rootn", 3, whole[i], 0, k);
    return 0;
}
#else
// The neighbour is `steps` of the type's away; zeros must agree in sign, NaNs and infinities exactly.
static int near(long double got, long double wanted, long double step)
{
    if (isnan(wanted) || isnan(got)) return isnan(wanted) && isnan(got);
    if (isinf(wanted) || isinf(got)) return got == wanted;
    if (wanted == 0) return got == 0 && signbit(got) == signbit(wanted);
    return fabsl(got - wanted) <= step;
}

static void check(const struct row *r, const char *suffix, void *f, long double epsilon, long double least, int steps)
{
    long double got, wanted = strtold(r->result, NULL);
    int wants_error = r->error;
    errno = 0;
    if (suffix[0] == 'f' && !suffix[1]) {
        float least_float = wanted;
        got = CALL(float);
        if (isinf(least_float) && isfinite(wanted)) wanted = least_float, wants_error = ERANGE;
        else if (fabsl(wanted) < FLT_MIN * 2) wants_error = -1;
    } else if (!suffix[0]) {
        double rounded = wanted;
        got = CALL(double);
        if (isinf(rounded) && isfinite(wanted)) wanted = rounded, wants_error = ERANGE;
        else if (fabsl(wanted) < DBL_MIN * 2) wants_error = -1;
    } else if (suffix[0] == 'l') {
        got = CALL(long double);
    } else {
        got = CALL(_Float128);
        if (fabsl(wanted) < LDBL_MIN * 2 || isinf(wanted)) wants_error = -1;
    }
    int error = errno;
    long double step = fmaxl(fabsl(wanted) * epsilon * steps, least * steps);
    // Tiny results of the narrow types may be 0.
    if (fabsl(wanted) > 0 && fabsl(wanted) < least && got == 0) wanted = got;
    if (!near(got, wanted, step)) printf("%s%s(%a, %a, %lld) = %La, not %La\n", r->name, suffix, r->x, r->y, r->n, got, wanted);
    if (wants_error >= 0 && error != wants_error) printf("%s%s(%a, %a, %lld): error %d, not %d\n", r->name, suffix, r->x, r->y, r->n, error, wants_error);
}

int main(void)
{
    for (int i = 0; i < sizeof table / sizeof *table; i++) {
        const struct row *r = &table[i];
        void *f = find(r->name, "f"), *d = find(r->name, ""), *l = find(r->name, "l"), *q = find(r->name, "f128");
        if (f && (float)r->x == r->x || r->x != r->x) if (f) check(r, "f", f, FLT_EPSILON, FLT_TRUE_MIN, 1);
        if (d) check(r, "", d, DBL_EPSILON, DBL_TRUE_MIN, 1);
        // musl's powl, on which these rest, is off by some units of its last place.
        int steps = strstr(r->name, "pow") || strstr(r->name, "compoundn") || strstr(r->name, "root") ? 32 : 4;
        if (l) check(r, "l", l, LDBL_EPSILON, LDBL_TRUE_MIN, steps);
        if (q) check(r, "f128", q, LDBL_EPSILON, LDBL_TRUE_MIN, 4);
        const char *same[][2] = {{"f32", "f"}, {"f64", ""}, {"f32x", ""}, {"f64x", "l"}};
        if (d && (!i || strcmp(r->name, r[-1].name)))
            for (int k = 0; k < 4; k++) if (!find(r->name, same[k][0])) printf("%s%s is missing\n", r->name, same[k][0]);
    }
    puts("checked");
    return 0;
}
#endif
