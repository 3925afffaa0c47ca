// libmvec's functions give every lane its own result, in each instruction set that the processor has.
// flags: -lmvec -lm
#include <immintrin.h>
#include <math.h>
#include <stdio.h>
extern __m128d _ZGVbN2v_sin(__m128d), _ZGVbN2vv_pow(__m128d, __m128d);
extern __m128 _ZGVbN4v_expf(__m128);
extern void _ZGVbN2vvv_sincos(__m128d, __m128i, __m128i), _ZGVbN4vvv_sincosf(__m128, __m128i, __m128i, __m128i, __m128i);
extern __m256d _ZGVcN4v_cos(__m256d), _ZGVdN4v_log(__m256d);
extern __m256 _ZGVdN8vv_atan2f(__m256, __m256);
extern void _ZGVcN4vvv_sincos(__m256d, __m128i, __m128i, __m128i, __m128i), _ZGVdN4vvv_sincos(__m256d, __m256i, __m256i);
extern void _ZGVcN8vvv_sincosf(__m256, __m128i, __m128i, __m128i, __m128i, __m128i, __m128i, __m128i, __m128i);
extern void _ZGVdN8vvv_sincosf(__m256, __m256i, __m256i, __m256i, __m256i);

static double s[8], c[8];
static float sf[8], cf[8];
// Both libraries are right to a few units in the last place; six digits they share.
static void show(const char *what, const double *x, int n) { printf("%s", what); for (int i = 0; i < n; i++) printf(" %.6f", x[i]); puts(""); }
static void showf(const char *what, const float *x, int n) { printf("%s", what); for (int i = 0; i < n; i++) printf(" %.5f", (double)x[i]); puts(""); }
#define P2(a, i) _mm_set_epi64x((long long)&a[i + 1], (long long)&a[i])

__attribute__((target("avx"))) static void avx(void)
{
    double r[4];
    _mm256_storeu_pd(r, _ZGVcN4v_cos(_mm256_set_pd(4, 3, 2, 1)));
    show("c cos", r, 4);
    _ZGVcN4vvv_sincos(_mm256_set_pd(.4, .3, .2, .1), P2(s, 0), P2(s, 2), P2(c, 0), P2(c, 2));
    show("c sin", s, 4), show("c cos", c, 4);
    _ZGVcN8vvv_sincosf(_mm256_set_ps(8, 7, 6, 5, 4, 3, 2, 1), P2(sf, 0), P2(sf, 2), P2(sf, 4), P2(sf, 6), P2(cf, 0), P2(cf, 2), P2(cf, 4), P2(cf, 6));
    showf("c sinf", sf, 8), showf("c cosf", cf, 8);
}
#define P4(a, i) _mm256_set_epi64x((long long)&a[i + 3], (long long)&a[i + 2], (long long)&a[i + 1], (long long)&a[i])
__attribute__((target("avx2"))) static void avx2(void)
{
    double r[4];
    float f[8];
    _mm256_storeu_pd(r, _ZGVdN4v_log(_mm256_set_pd(4, 3, 2, 1)));
    show("d log", r, 4);
    _mm256_storeu_ps(f, _ZGVdN8vv_atan2f(_mm256_set_ps(8, 7, 6, 5, 4, 3, 2, 1), _mm256_set_ps(1, 2, 3, 4, 5, 6, 7, 8)));
    showf("d atan2f", f, 8);
    _ZGVdN4vvv_sincos(_mm256_set_pd(.9, .8, .7, .6), P4(s, 0), P4(c, 0));
    show("d sin", s, 4), show("d cos", c, 4);
    _ZGVdN8vvv_sincosf(_mm256_set_ps(1, 2, 3, 4, 5, 6, 7, 8), P4(sf, 0), P4(sf, 4), P4(cf, 0), P4(cf, 4));
    showf("d sinf", sf, 8), showf("d cosf", cf, 8);
}

int main(void)
{
    double r[2];
    float f[4];
    _mm_storeu_pd(r, _ZGVbN2v_sin(_mm_set_pd(2, 1)));
    show("b sin", r, 2);
    _mm_storeu_pd(r, _ZGVbN2vv_pow(_mm_set_pd(2, 3), _mm_set_pd(10, 2)));
    show("b pow", r, 2);
    _mm_storeu_ps(f, _ZGVbN4v_expf(_mm_set_ps(3, 2, 1, 0)));
    showf("b expf", f, 4);
    _ZGVbN2vvv_sincos(_mm_set_pd(.5, .25), P2(s, 0), P2(c, 0));
    show("b sin", s, 2), show("b cos", c, 2);
    _ZGVbN4vvv_sincosf(_mm_set_ps(4, 3, 2, 1), P2(sf, 0), P2(sf, 2), P2(cf, 0), P2(cf, 2));
    showf("b sinf", sf, 4), showf("b cosf", cf, 4);
    if (__builtin_cpu_supports("avx")) avx();
    if (__builtin_cpu_supports("avx2")) avx2();
    return 0;
}
