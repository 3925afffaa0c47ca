// Every function of libmvec in every instruction set that the processor has: each lane within glibc's bound (4 units) of the scalar function
// flags: -O2 -Wl,--no-as-needed -lmvec -lm -ldl -fno-builtin
#include <dlfcn.h>
#include <immintrin.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

typedef double (*scalar)(double);
typedef double (*scalar2)(double, double);
static const struct { const char *name; double from, to; int two; } functions[] = {
    {"acos", -1, 1}, {"acosh", 1, 1000}, {"asin", -1, 1}, {"asinh", -100, 100}, {"atan", -50, 50}, {"atan2", -9, 9, 1}, {"atanh", -.999, .999},
    {"cbrt", -1e6, 1e6}, {"cos", -50, 50}, {"cosh", -20, 20}, {"erf", -5, 5}, {"erfc", -3, 8}, {"exp", -80, 80}, {"exp10", -30, 30}, {"exp2", -100, 100},
    {"expm1", -20, 20}, {"hypot", -1e3, 1e3, 1}, {"log", 1e-5, 1e5}, {"log10", 1e-5, 1e5}, {"log1p", -.999, 1e5}, {"log2", 1e-5, 1e5}, {"pow", .1, 20, 1},
    {"sin", -50, 50}, {"sinh", -20, 20}, {"tan", -1.5, 1.5}, {"tanh", -5, 5},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions, POINTS = 64 };
static double x[POINTS], y[POINTS], out[POINTS];
static float xf[POINTS], yf[POINTS], outf[POINTS];

// The distance in units of the last place of the wanted value.
static double units(double got, double want, int bits)
{
    int exponent;
    if (isnan(want) || isinf(want) || want == 0) return got == want || (isnan(got) && isnan(want)) ? 0 : fabs(got - want) < 1e-300 ? 0 : 1e9;
    frexp(want, &exponent);
    return fabs(got - want) / ldexp(1, exponent - bits);
}

#define RUN(isa, attribute, letter, vector, element, count, width, in, in2, result, load, store) \
    __attribute__((target(attribute), noinline)) static void run_##isa##_##element(void *f, int two) \
    { \
        for (int i = 0; i < POINTS; i += count) { \
            vector a = load(in + i), b = load(in2 + i); \
            store(result + i, two ? ((vector (*)(vector, vector))f)(a, b) : ((vector (*)(vector))f)(a)); \
        } \
    }
RUN(b, "sse2", 'b', __m128d, double, 2, 16, x, y, out, _mm_loadu_pd, _mm_storeu_pd)
RUN(b, "sse2", 'b', __m128, float, 4, 16, xf, yf, outf, _mm_loadu_ps, _mm_storeu_ps)
RUN(c, "avx", 'c', __m256d, double, 4, 32, x, y, out, _mm256_loadu_pd, _mm256_storeu_pd)
RUN(c, "avx", 'c', __m256, float, 8, 32, xf, yf, outf, _mm256_loadu_ps, _mm256_storeu_ps)
RUN(e, "avx512f", 'e', __m512d, double, 8, 64, x, y, out, _mm512_loadu_pd, _mm512_storeu_pd)
RUN(e, "avx512f", 'e', __m512, float, 16, 64, xf, yf, outf, _mm512_loadu_ps, _mm512_storeu_ps)

static void check(char isa, void (*run)(void *, int), void (*run_float)(void *, int), int lanes)
{
    int found = 0;
    for (int i = 0; i < FUNCTIONS; i++) {
        const int two = functions[i].two;
        char name[60], plain[20];
        snprintf(plain, sizeof plain, "%sf", functions[i].name);
        void *want = dlsym(RTLD_DEFAULT, functions[i].name), *want_float = dlsym(RTLD_DEFAULT, plain);
        for (int k = 0; k < POINTS; k++) {
            double part = (k + .37) / POINTS;
            x[k] = functions[i].from + (functions[i].to - functions[i].from) * part;
            y[k] = (functions[i].from + functions[i].to) / 2 + (functions[i].to - functions[i].from) * (.5 - fmod(part * 7, 1));
            xf[k] = (float)x[k], yf[k] = (float)y[k];
        }
        snprintf(name, sizeof name, "_ZGV%cN%d%s_%s", isa, lanes, two ? "vv" : "v", functions[i].name);
        void *f = dlsym(RTLD_DEFAULT, name);
        double worst = 0;
        if (f) {
            run(f, two), found++;
            for (int k = 0; k < POINTS; k++) worst = fmax(worst, units(out[k], two ? ((scalar2)want)(x[k], y[k]) : ((scalar)want)(x[k]), 53));
        }
        if (!f || worst > 4.5) printf("%s: %s\n", name, f ? "too far from the scalar function" : "missing");
        snprintf(name, sizeof name, "_ZGV%cN%d%s_%sf", isa, lanes * 2, two ? "vv" : "v", functions[i].name);
        f = dlsym(RTLD_DEFAULT, name), worst = 0;
        if (f) {
            run_float(f, two), found++;
            // Against the function in double: the scalar function in float is itself a rounding away.
            for (int k = 0; k < POINTS; k++) worst = fmax(worst, units(outf[k], two ? ((scalar2)want)(xf[k], yf[k]) : ((scalar)want)(xf[k]), 24));
        }
        if (!f || worst > 4.5) printf("%s: %s\n", name, f ? "too far from the scalar function" : "missing");
    }
    printf("%c: %d functions\n", isa, found);
}

int main(void)
{
    check('b', run_b_double, run_b_float, 2);
    if (__builtin_cpu_supports("avx")) check('c', run_c_double, run_c_float, 4);
    if (__builtin_cpu_supports("avx2")) check('d', run_c_double, run_c_float, 4);
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")) check('e', run_e_double, run_e_float, 8);
}
