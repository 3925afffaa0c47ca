// <stdlib.h>: numbers from texts and back, random numbers, the environment, sorting, memory, the end of the process.
// link: -lm
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <monetary.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>
#include <malloc.h>
extern unsigned long long strtouq(const char *, char **, int);
extern long long strtoq(const char *, char **, int);
static const char *const integers[] = {
    "", " ", "0", "12", "-12", "+12", "  \t\n\v\f\r42rest", "- 1", "--1", "0x", "0x1f", "0X1F", "0xg", "-0x10", "010",
        "08", "0b101", "0b2", "0B1",
    "7fffffff", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296", "-4294967295",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809",
        "18446744073709551615",
    "18446744073709551616", "-18446744073709551615", "-18446744073709551616", "99999999999999999999999999",
        "-99999999999999999999999999",
    "zz", "ZZ", "10z", "1_000", "1,000", "\x80" "5", "1e5", ".5", "0x7fffffffffffffff", "0xffffffffffffffff",
        "0x10000000000000000" };
static const int bases[] = {0, 10, 16, 8, 2, 36, 1, 37, -1};

static const char *const floats[] = {
    "", " ", ".", "e5", "0", "-0", "+0.0", "1", "-1.5", "  \n3.25x", "1e", "1e+", "1e5", "1E-5", "1e400", "-1e400",
        "1e-400", "-1e-400", ".5", "5.", "5.e1", "0x", "0x.",
    "0x1", "0x1.8p1", "0X1P-3", "0x1p", "0x1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1p-1076", "0x1p1024",
        "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023",
    "2.2250738585072011e-308", "2.2250738585072014e-308", "4.9406564584124654e-324", "2.4703282292062327e-324",
        "2.4703282292062328e-324",
    "1.7976931348623157e308", "1.7976931348623158e308", "1.7976931348623159e308", "9007199254740993",
        "9007199254740992.99999999999999999999", "9007199254740993.00000000000000000001",
    "inf", "INF", "-Infinity", "infinit", "infinityx", "nan", "NAN", "-nan", "nan(", "nan()", "nan(123)", "nan(0x7)",
        "nan(abc_9)", "nan(a-b)", "in", "na", "n",
    "1.000000059604644775390625", "1.00000005960464477539062500000000000000001", "3.40282347e38", "3.40282357e38",
        "1.401298464e-45", "7e-46", "7.1e-46",
    "1,5", "1'000", "0.1", "123456789012345678901234567890", "1e4931", "1e4933", "1e-4950", "1e-4952", "1e-4970",
        "0x1p16383", "0x1p16384", "0x1p-16445", "0x1p-16446",
    "0x1.00000000000000008p0", "0x1.000000000000000080001p0", "1e99999999999999999999", "1e-99999999999999999999",
        "0e99999999999999999999", "0x0p99999999999",
    "00000000000000000000000000000000000000000000001", "0.00000000000000000000000000000000000000000000000001", "1e1e1",
        "+-1", "\t-.5e-1z" };

#define INTEGERS(function, extra...) \
    for (int i = 0; i < count(integers); i++) \
        for (int b = 0; b < count(bases); b++) { \
            char *end = "unset"; errno = 0; \
            unsigned long long v = function(integers[i], &end, bases[b] extra); \
            say("%s(\"%s\", %d) = %llx, %s, rest %s", #function, integers[i], bases[b], v, strerrorname_np(errno), \
                end ? end : "null"); \
        }

every F = strtol strtoul strtoll strtoull strtoq strtouq strtoimax strtoumax
$F:
    INTEGERS($F);
    show($F("77", NULL, 8));

every F = strtol_l strtoul_l strtoll_l strtoull_l __strtol_l __strtoul_l __strtoll_l __strtoull_l
$F:
    extern unsigned long long called_$F(const char *, char **, int, locale_t) __asm__("$F");
    locale_t c = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    INTEGERS(called_$F, , c);

every F = strtol strtoul strtoll strtoull
__$F_internal:
    extern unsigned long long __$F_internal(const char *, char **, int, int);
    INTEGERS(__$F_internal, , 0);

atoi, atol, atoll:
    for (int i = 0; i < count(integers); i++) {
        long long v = strtoll(integers[i], NULL, 10);
        say("\"%s\" %d %ld %lld", integers[i], v == (int)v ? atoi(integers[i]) : 0, atol(integers[i]),
            atoll(integers[i]));
    }

#define FLOATS(function, show_value, extra...) \
    for (int i = 0; i < count(floats); i++) { \
        char *end = "unset"; errno = 0; \
        __typeof__(function("1", NULL extra)) v = function(floats[i], &end extra); int e = errno; \
        say("%s(\"%s\"): %s, rest %s%s", #function, floats[i], strerrorname_np(e), end, \
            v != v && __builtin_signbit(v) ? ", negative" : ""); \
        show_value(v); \
    }

every F = strtod strtof strtold strtof32 strtof64 strtof32x strtof64x strtof128
$F:
    FLOATS($F, show);
    show($F("1.5", NULL));

every F = strtod strtof strtold strtof32 strtof64 strtof32x strtof64x strtof128
$F_l:
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    FLOATS($F_l, show, , c);

__strtod_l, __strtof_l, __strtold_l:
    extern double __strtod_l(const char *, char **, locale_t);
    extern float __strtof_l(const char *, char **, locale_t);
    extern long double __strtold_l(const char *, char **, locale_t);
    locale_t c = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    FLOATS(__strtod_l, show, , c);
    FLOATS(__strtof_l, show, , c);
    FLOATS(__strtold_l, show, , c);

__strtod_internal, __strtof_internal, __strtold_internal, __strtof128_internal:
    extern double __strtod_internal(const char *, char **, int);
    extern float __strtof_internal(const char *, char **, int);
    extern long double __strtold_internal(const char *, char **, int);
    extern _Float128 __strtof128_internal(const char *, char **, int);
    FLOATS(__strtod_internal, show, , 0);
    FLOATS(__strtof_internal, show, , 0);
    FLOATS(__strtold_internal, show, , 0);
    FLOATS(__strtof128_internal, show, , 0);

#include <fenv.h>
strtod, strtof, strtold / rounding modes:
    const int modes[] = {FE_DOWNWARD, FE_UPWARD, FE_TOWARDZERO, FE_TONEAREST};
    const char *hard[] = {"0.1", "-0.1", "1e400", "-1e400", "1e-400", "-1e-400", "9007199254740993",
        "-9007199254740993", "4.9e-324", "2.3e-308", "16777217", "0x1.00000000000001p0", "1.7976931348623159e308"};
    for (int m = 0; m < 4; m++)
        for (int i = 0; i < count(hard); i++) {
            fesetround(modes[m]);
            double d = strtod(hard[i], NULL);
            float f = strtof(hard[i], NULL);
            long double l = strtold(hard[i], NULL);
            fesetround(FE_TONEAREST);
            say("mode %d, %s", m, hard[i]);
            show(d);
            show(f);
            show(l);
        }

atof:
    for (int i = 0; i < count(floats); i++) say("%s: %a", floats[i], fabs(atof(floats[i])));

every F = strfromd strfromf strfroml strfromf32 strfromf64 strfromf32x strfromf64x strfromf128
$F:
    const char *formats[] = {"%a", "%A", "%e", "%E", "%f", "%F", "%g", "%G", "%.0f", "%.10e", "%.3g", "%.20f", "%.0a",
        "%.2A"};
    const double values[] = {0, -0.0, 1, -1.5, 0.1, 123456789.125, 1e-7, 1e20, 65504, INFINITY, -INFINITY, NAN};
    char text[100];
    for (int f = 0; f < count(formats); f++)
        for (int v = 0; v < count(values); v++) {
            memset(text, '#', 100);
            int n = $F(text, 100, formats[f], values[v]);
            say("%s %a: %d %s", formats[f], values[v], n, text);
        }
    memset(text, '#', 100);
    show($F(text, 4, "%f", 3.25));
    bytes(text, 6);
    show($F(NULL, 0, "%f", 3.25));

ecvt, fcvt, gcvt, qecvt, qfcvt, qgcvt:
    const double values[] = {0, -0.0, 1, -1.5, 0.1, 123.456, 1e-7, 1e20, 999.9996, 0.5, 2.5, 1e300, 5e-324, INFINITY,
        -INFINITY, NAN};
    for (int v = 0; v < count(values); v++)
        for (int digits = 0; digits < 19; digits += 3) {
            int point = 99, negative = 99;
            char *text = ecvt(values[v], digits, &point, &negative);
            say("ecvt %a %d: %s %d %d", values[v], digits, text, point, !!negative);
            point = negative = 99;
            text = fcvt(values[v], digits, &point, &negative);
            say("fcvt: %s %d %d", text, point, !!negative);
            point = negative = 99;
            text = qecvt(values[v], digits, &point, &negative);
            say("qecvt: %s %d %d", text, point, !!negative);
            point = negative = 99;
            text = qfcvt(values[v], digits, &point, &negative);
            say("qfcvt: %s %d %d", text, point, !!negative);
            char buffer[400];
            if (digits > 0) say("gcvt: %s, qgcvt: %s", gcvt(values[v], digits, buffer),
                qgcvt(values[v], digits, buffer + 200));
        }

ecvt_r, fcvt_r, qecvt_r, qfcvt_r:
    const double values[] = {0, 1, -1.5, 123.456, 1e-7, 1e15, 999.9996};
    char text[400];
    int point, negative;
    for (int v = 0; v < count(values); v++)
        for (int digits = 0; digits < 16; digits += 5) {
            show(ecvt_r(values[v], digits, &point, &negative, text, 400));
            say("%a: %s %d %d", values[v], text, point, negative);
            show(fcvt_r(values[v], digits, &point, &negative, text, 400));
            say("%s %d %d", text, point, negative);
            show(qecvt_r(values[v], digits, &point, &negative, text, 400));
            say("%s %d %d", text, point, negative);
            show(qfcvt_r(values[v], digits, &point, &negative, text, 400));
            say("%s %d %d", text, point, negative);
        }
    fails(ecvt_r(123456.0, 6, &point, &negative, text, 3));
    fails(fcvt_r(123456.0, 6, &point, &negative, NULL, 3));

a64l, l64a:
    const char *texts[] = {"", ".", "/", "0", "zz", "zzzzzz", "/.", "ABCDEF", "vFQ....", "Hello!x"};
    for (int i = 0; i < count(texts); i++) say("%s: %lx", texts[i], a64l(texts[i]));
    const long numbers[] = {0, 1, 63, 64, 12345, 0x7fffffff, -1, 0x80000000, 1L << 40};
    for (int i = 0; i < count(numbers); i++) say("%lx: %s", numbers[i], l64a(numbers[i]));

abs, labs, llabs, imaxabs, div, ldiv, lldiv, imaxdiv:
    show((abs)(-7));
    show((abs)(7));
    show((labs)(LONG_MIN + 1));
    show((llabs)(-3));
    show((imaxabs)(-9));
    const int pairs[][2] = {{7, 2}, {-7, 2}, {7, -2}, {-7, -2}, {0, 5}, {INT_MAX, 10}, {INT_MIN, 10}};
    for (int i = 0; i < count(pairs); i++) {
        div_t d = div(pairs[i][0], pairs[i][1]);
        ldiv_t l = ldiv(pairs[i][0], pairs[i][1]);
        lldiv_t q = lldiv(pairs[i][0] * 10000000000LL, pairs[i][1]);
        imaxdiv_t m = imaxdiv(pairs[i][0], pairs[i][1]);
        say("%d %d, %ld %ld, %lld %lld, %jd %jd", d.quot, d.rem, l.quot, l.rem, q.quot, q.rem, m.quot, m.rem);
    }

rand, srand, rand_r:
    for (int i = 0; i < 5; i++) show(rand());
    srand(42);
    for (int i = 0; i < 5; i++) show(rand());
    srand(0);
    show(rand());
    unsigned seed = 7;
    for (int i = 0; i < 5; i++) show(rand_r(&seed));
    show(seed);

random, srandom, initstate, setstate:
    for (int i = 0; i < 40; i++) show(random());
    srandom(99);
    show(random());
    char state[5][256];
    const int sizes[] = {8, 32, 64, 128, 256};
    for (int i = 0; i < 5; i++) {
        show(initstate(i * 77, state[i], sizes[i]));
        for (int j = 0; j < 40; j++) show(random());
    }
    show(setstate(state[1]));
    show(random());
    show(setstate(state[4]));
    show(random());
    errno = 0;
    show(initstate(1, state[0], 7) != NULL);

random_r, srandom_r, initstate_r, setstate_r:
    struct random_data data = {0};
    char state[64] = {0}, other[128] = {0};
    int32_t r;
    show(initstate_r(5, state, 64, &data));
    for (int i = 0; i < 20; i++) random_r(&data, &r), show(r);
    show(srandom_r(6, &data));
    random_r(&data, &r), show(r);
    show(initstate_r(9, other, 128, &data));
    random_r(&data, &r), show(r);
    show(setstate_r(state, &data));
    random_r(&data, &r), show(r);
    struct random_data none = {0};
    fails(initstate_r(5, other, 4, &none));
    fails(random_r(NULL, &r));

drand48, erand48, lrand48, nrand48, mrand48, jrand48, srand48, seed48, lcong48:
    show(lrand48());
    show(drand48());
    srand48(12345);
    for (int i = 0; i < 4; i++) show(drand48());
    for (int i = 0; i < 4; i++) show(lrand48());
    for (int i = 0; i < 4; i++) show(mrand48());
    unsigned short x[3] = {1, 2, 3}, all[7] = {9, 8, 7, 6, 5, 4, 3};
    for (int i = 0; i < 3; i++) show(erand48(x));
    for (int i = 0; i < 3; i++) show(nrand48(x));
    for (int i = 0; i < 3; i++) show(jrand48(x));
    bytes(x, 6);
    unsigned short *old = seed48(x);
    bytes(old, 6);
    show(drand48());
    lcong48(all);
    show(lrand48());
    show(mrand48());
    show(erand48(x));
    srand48(1);
    show(lrand48());

drand48_r, erand48_r, lrand48_r, nrand48_r, mrand48_r, jrand48_r, srand48_r, seed48_r, lcong48_r:
    struct drand48_data data = {0};
    double d;
    long l;
    unsigned short x[3] = {1, 2, 3}, all[7] = {9, 8, 7, 6, 5, 4, 3};
    show(srand48_r(77, &data));
    for (int i = 0; i < 3; i++) drand48_r(&data, &d), show(d);
    for (int i = 0; i < 3; i++) lrand48_r(&data, &l), show(l);
    for (int i = 0; i < 3; i++) mrand48_r(&data, &l), show(l);
    erand48_r(x, &data, &d), show(d);
    nrand48_r(x, &data, &l), show(l);
    jrand48_r(x, &data, &l), show(l);
    show(seed48_r(x, &data));
    lrand48_r(&data, &l), show(l);
    show(lcong48_r(all, &data));
    lrand48_r(&data, &l), show(l);

getenv, secure_getenv, setenv, unsetenv, putenv, clearenv:
    show(getenv("NO_SUCH_NAME"));
    show(getenv(""));
    show(setenv("ONE", "1", 0));
    show(setenv("ONE", "2", 0));
    show(getenv("ONE"));
    show(setenv("ONE", "3", 1));
    show(getenv("ONE"));
    show(secure_getenv("ONE"));
    show(setenv("EMPTY", "", 1));
    show(getenv("EMPTY"));
    fails(setenv("", "x", 1));
    fails(setenv("A=B", "x", 1));
    fails(setenv(NULL, "x", 1));
    fails(unsetenv(""));
    fails(unsetenv("A=B"));
    fails(unsetenv(NULL));
    show(unsetenv("NO_SUCH_NAME"));
    show(unsetenv("ONE"));
    show(getenv("ONE"));
    char text[] = "TWO=first";
    show(putenv(text));
    text[4] = 'F';
    show(getenv("TWO"));
    show(putenv("TWO"));
    show(getenv("TWO"));
    show(putenv("THREE="));
    show(getenv("THREE"));
    extern char **environ;
    environ = (char *[]){"A=1", "B=2", "A=3", "noequals", NULL};
    show(getenv("A"));
    show(unsetenv("A"));
    show(getenv("A"));
    show(getenv("B"));
    show(getenv("noequals"));
    show(setenv("NEW", "value", 1));
    show(getenv("NEW"));
    show(getenv("B"));
    show(clearenv());
    show(environ);
    show(getenv("B"));
    show(setenv("AFTER", "clear", 1));
    show(getenv("AFTER"));

static int by_int(const void *a, const void *b)
{
    return *(const int *)a < *(const int *)b ? -1 : *(const int *)a > *(const int *)b;
}
static int by_int_with(const void *a, const void *b, void *count_) { ++*(int *)count_; return by_int(a, b); }
static int by_char(const void *a, const void *b) { return *(char *)a - *(char *)b; }
struct wide_element { int key, order; char filler[30]; };

qsort, qsort_r:
    int many[1000], compared = 0;
    for (int n = 0; n <= 1000; n += n < 20 ? 1 : 97) {
        for (int i = 0; i < n; i++) many[i] = (i * 7919 + n) % 503;
        qsort(many, n, sizeof(int), by_int);
        for (int i = 1; i < n; i++) if (many[i - 1] > many[i]) { say("not sorted: %d", n); break; }
        for (int i = 0; i < n; i++) many[i] = -i;
        qsort_r(many, n, sizeof(int), by_int_with, &compared);
        for (int i = 1; i < n; i++) if (many[i - 1] > many[i]) { say("not sorted with an argument: %d", n); break; }
    }
    show(compared > 0);
    struct wide_element wide[200];
    for (int i = 0; i < 200; i++) wide[i] = (struct wide_element){i % 7, i, "abc"};
    qsort(wide, 200, sizeof *wide, by_int);
    for (int i = 0; i < 200; i += 11) say("%d %d %s", wide[i].key, wide[i].order, wide[i].filler);
    char letters[] = "the quick brown fox";
    qsort(letters, 19, 1, by_char);
    show(letters);
    qsort(NULL, 0, 4, by_int);

bsearch:
    const int sorted[] = {1, 3, 5, 7, 9, 9, 11};
    for (int key = 0; key < 13; key++) {
        const int *found = bsearch(&key, sorted, 7, sizeof(int), by_int);
        say("%d: %d", key, found ? *found : -1);
    }
    int key = 1;
    show(bsearch(&key, sorted, 0, sizeof(int), by_int));
    show(bsearch(&key, NULL, 0, sizeof(int), by_int));

malloc, calloc, realloc, free, reallocarray:
    char *p = malloc(100);
    show((size_t)p % 16);
    memset(p, 'a', 100);
    p = realloc(p, 100000);
    show(p[99]);
    p = realloc(p, 10);
    show(p[9]);
    show(realloc(p, 0));
    char *zero = malloc(0);
    show(zero != NULL);
    free(zero);
    free(NULL);
    int *c = calloc(1000, sizeof(int));
    int sum = 0;
    for (int i = 0; i < 1000; i++) sum |= c[i];
    show(sum);
    fails(calloc(SIZE_MAX / 2, 3));
    fails(malloc(SIZE_MAX - 100));
    fails(malloc(PTRDIFF_MAX));
    fails(realloc(c, SIZE_MAX - 100));
    fails(reallocarray(c, SIZE_MAX / 4, 5));
    c = reallocarray(c, 2000, sizeof(int));
    show(c[999]);
    errno = EILSEQ;
    free(c);
    show(errno);
    show(reallocarray(NULL, 3, 4) != NULL);

aligned_alloc, posix_memalign, memalign, valloc, pvalloc, malloc_usable_size:
    void *p;
    for (size_t a = 8; a <= 65536; a *= 2) {
        int result = posix_memalign(&p, a, 24);
        say("%zu: %d %d %d %d", a, result, (size_t)p % a == 0, (size_t)memalign(a, 5) % a == 0,
            (size_t)aligned_alloc(a, a) % a == 0);
    }
    show(posix_memalign(&p, 3, 10));
    show(posix_memalign(&p, 4, 10));
    show(posix_memalign(&p, 0, 10));
    show(posix_memalign(&p, 16, SIZE_MAX - 5));
    show((size_t)valloc(10) % 4096);
    show((size_t)pvalloc(10) % 4096);
    show(malloc_usable_size(pvalloc(10)) >= 4096);
    show(malloc_usable_size(malloc(100)) >= 100);
    show(malloc_usable_size(NULL));
    fails(memalign(64, SIZE_MAX - 1000));

mallopt, malloc_trim, mallinfo, mallinfo2, malloc_stats, malloc_info:
    show(mallopt(M_MMAP_THRESHOLD, 1 << 20));
    show(mallopt(M_TRIM_THRESHOLD, 1 << 20));
    int trimmed = malloc_trim(0);
    show(trimmed == 0 || trimmed == 1);
    void *p = malloc(50000);
    struct mallinfo2 info = mallinfo2();
    struct mallinfo small = mallinfo();
    show(info.uordblks > 50000 || info.hblkhd > 50000);
    show(small.uordblks > 50000 || small.hblkhd > 50000);
    free(p);
    fails(malloc_info(1, stdout));
    char *text = NULL;
    size_t size;
    FILE *stream = open_memstream(&text, &size);
    show(malloc_info(0, stream));
    fclose(stream);
    bytes(text, 20);
    show(strstr(text, "</malloc>\n") != NULL);
    int null = open("/dev/null", O_WRONLY);
    dup2(null, 2);
    runs(malloc_stats());

realpath, canonicalize_file_name:
    mkdir("d", 0755), mkdir("d/e", 0755), symlink("d/e", "link"), symlink("loop", "loop"),
        symlink("nowhere/x", "dangling"), close(creat("file", 0644));
    char top[PATH_MAX], buffer[PATH_MAX], *p;
    getcwd(top, sizeof top);
    size_t n = strlen(top);
    #define RESOLVED(path) errno = 0, p = realpath(path, NULL), \
        say("%s: %s", path, p ? !strncmp(p, top, n) ? p + n : p : strerrorname_np(errno))
    RESOLVED(".");
    RESOLVED("d/../link/..");
    RESOLVED("link");
    RESOLVED("link/");
    RESOLVED("./d//e///");
    RESOLVED("loop");
    RESOLVED("dangling");
    RESOLVED("nowhere");
    RESOLVED("file");
    RESOLVED("file/");
    RESOLVED("file/..");
    RESOLVED("file/x");
    RESOLVED("");
    RESOLVED("/");
    RESOLVED("//proc/..");
    fails(realpath(NULL, buffer));
    show(realpath("d", buffer) == buffer);
    show(buffer + n);
    memset(buffer, 'x', 300), buffer[300] = 0;
    RESOLVED(buffer);
    fails(canonicalize_file_name("missing"));
    show(canonicalize_file_name("link") + n);

every F = mkstemp mkostemp mkstemps mkostemps
$F, $F64:
    #define mkstemp_call(f, t) f(t)
    #define mkostemp_call(f, t) f(t, O_CLOEXEC | O_APPEND)
    #define mkstemps_call(f, t) f(t, 2)
    #define mkostemps_call(f, t) f(t, 2, O_CLOEXEC)
    for (int large = 0; large < 2; large++) {
        char path[] = "nameXXXXXX.c", plain[] = "nameXXXXXX", bad[] = "nameXXXXX.c", none[] = "",
            deep[] = "no/suchXXXXXX.c", plain_deep[] = "no/suchXXXXXX";
        int suffix = strchr("$F" + 4, 's') && "$F"[strlen("$F") - 1] == 's';
        int fd = large ? $F_call($F64, suffix ? path : plain) : $F_call($F, suffix ? path : plain);
        struct stat st;
        fstat(fd, &st);
        say("%d %o %s %d", fd >= 0, st.st_mode, suffix ? path + 10 : "", strlen(suffix ? path : plain));
        say("flags %x cloexec %d", fcntl(fd, F_GETFL), fcntl(fd, F_GETFD));
        show(strstr(suffix ? path : plain, "XXXXXX"));
        fails($F_call($F, bad));
        fails($F_call($F64, none));
        fails($F_call($F, suffix ? deep : plain_deep));
    }
    char text[] = "aXXXXXXbc";
    fails(mkstemps(text, -1));

mkdtemp, mktemp:
    char path[] = "dirXXXXXX", bad[] = "dirXXXXX", deep[] = "no/suchXXXXXX", name[] = "nameXXXXXX",
        bad_name[] = "XXXXX";
    struct stat st;
    show(mkdtemp(path) == path);
    stat(path, &st);
    show(st.st_mode);
    fails(mkdtemp(bad));
    fails(mkdtemp(deep));
    show(mktemp(name) == name);
    show(strstr(name, "XXXXXX"));
    fails(stat(name, &st));
    errno = 0;
    show(mktemp(bad_name) == bad_name);
    show(bad_name);
    show(errno);

getsubopt:
    char *tokens[] = {"ro", "rw", "name", NULL}, *value;
    char text[] = "rw,name=x=y,,other=3,ro,name=", *at = text;
    while (*at) {
        int which = getsubopt(&at, tokens, &value);
        say("%d %s", which, value ? value : "null");
    }
    show(*at);

rpmatch:
    const char *answers[] = {"y", "Y", "yes", "n", "N", "no", "", " y", "maybe", "+1", "0", "1"};
    for (int i = 0; i < count(answers); i++) say("%s: %d", answers[i], rpmatch(answers[i]));

getloadavg:
    double load[5] = {-1, -1, -1, -1, -1};
    show(getloadavg(load, 3));
    show(load[0] >= 0 && load[1] >= 0 && load[2] >= 0);
    show(getloadavg(load, 5));
    show(load[3]);
    show(getloadavg(load, 0));

static void say_first(void *unused) { say("the first that was registered"); }
static void say_last(void *unused) { say("the last that was registered"); }
static void first(void) { puts("first"); }
static void second(void) { puts("second"); }
static void third(int status, void *argument) { printf("third %d %s\n", status, (char *)argument); }

exit, on_exit:
    atexit(first);
    on_exit(third, "argument");
    atexit(second);
    printf("unflushed");
    exit(300);

_Exit:
    atexit(first);
    printf("unflushed");
    _Exit(5);

quick_exit, __cxa_at_quick_exit:
    extern int __cxa_at_quick_exit(void (*)(void *), void *);
    atexit(first);
    show(__cxa_at_quick_exit(say_first, NULL));
    show(__cxa_at_quick_exit(say_last, NULL));
    printf("unflushed");
    quick_exit(7);

abort:
    atexit(first);
    printf("unflushed");
    abort();

system:
    show(system(NULL) != 0);
    show(system("exit 3"));
    show(system("kill -9 $$"));
    show(system("no-such-command-at-all 2>/dev/null"));
    show(system(""));

mblen, mbtowc, wctomb, mbstowcs, wcstombs, __ctype_get_mb_cur_max:
    extern size_t __ctype_get_mb_cur_max(void);
    for (int utf8 = 0; utf8 < 2; utf8++) {
        const char *texts[] = {"", "a", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xff", "\xc3", "\xc0\x80",
            "\xed\xa0\x80", "\xe2\x82"};
        show(__ctype_get_mb_cur_max());
        show(mblen(NULL, 0));
        show(mbtowc(NULL, NULL, 0));
        show(wctomb(NULL, 0));
        for (int i = 0; i < count(texts); i++) {
            wchar_t c = 0x55;
            mbtowc(NULL, NULL, 0), mblen(NULL, 0);
            bytes(texts[i], strlen(texts[i]));
            errno = 0;
            show(mblen(texts[i], strlen(texts[i]) + 1));
            mblen(NULL, 0);
            errno = 0;
            show(mbtowc(&c, texts[i], strlen(texts[i]) + 1));
            if (errno) observe_errno();
            show(c);
            wchar_t many[8] = {9, 9, 9, 9, 9, 9, 9, 9};
            errno = 0;
            show(mbstowcs(many, texts[i], 8));
            if (errno) observe_errno();
            else wide(many);
            show(mbstowcs(NULL, texts[i], 0));
        }
        const wchar_t wides[] = {0, L'a', 0xe4, 0x20ac, 0x1f600, 0xd800, -1, 0xdf80, 0x80};
        for (int i = 0; i < count(wides); i++) {
            char out[16] = "";
            wctomb(NULL, 0);
            fails(wctomb(out, wides[i]));
            bytes(out, 5);
            wchar_t text[] = {L'x', wides[i], 0};
            char result[20] = "";
            fails(wcstombs(result, text, 20));
            fails(wcstombs(NULL, text, 0));
            fails(wcstombs(result, text, 2));
        }
        setlocale(LC_ALL, "C.UTF-8");
    }

strfmon, strfmon_l, __strfmon_l:
    extern ssize_t __strfmon_l(char *, size_t, locale_t, const char *, ...);
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    char text[100];
    const char *formats[] = {"%n", "%i", "[%11n]", "[%-11n]", "%#5n", "%=*#5n", "%=0#8.2n", "%^#5n", "%(n", "%+n",
        "%!n", "%.0n", "%.4i", "%%", "a%nb", "[%10.1n]"};
    const double values[] = {0, 1234.567, -1234.567, 0.005, 99999.999};
    for (int f = 0; f < count(formats); f++)
        for (int v = 0; v < count(values); v++) {
            memset(text, 0, 100);
            ssize_t n = strfmon(text, 100, formats[f], values[v]);
            say("%s %g: %zd %s", formats[f], values[v], n, text);
        }
    show(strfmon(text, 3, "%n", 1234.0));
    fails(strfmon(text, 100, "%q", 1234.0));
    show(strfmon_l(text, 100, c, "%n|%i", 1.5, -2.5));
    show(text);
    show(__strfmon_l(text, 100, c, "%(#4n", -2.5));
    show(text);

posix_openpt, grantpt, unlockpt, ptsname, ptsname_r, getpt:
    char name[100];
    fails(ptsname(-1));
    fails(ptsname_r(-1, name, 100));
    fails(grantpt(-1));
    fails(unlockpt(-1));
    int file = open("/dev/null", O_RDWR);
    fails(ptsname(file));
    fails(unlockpt(file));
    int fd = posix_openpt(O_RDWR | O_NOCTTY);
    if (fd < 0) say("no terminals here: %s", strerrorname_np(errno));
    else {
        show(grantpt(fd));
        show(unlockpt(fd));
        show(strncmp(ptsname(fd), "/dev/pts/", 9));
        show(ptsname_r(fd, name, 100));
        fails(ptsname_r(fd, name, 5));
        show(strcmp(name, ptsname(fd)));
        int other = getpt();
        show(other > fd);
    }

arc4random, arc4random_buf, arc4random_uniform:
    unsigned a = arc4random(), b = arc4random(), c = arc4random();
    show(a == b && b == c);
    char buffer[64] = {0}, zero[64] = {0};
    arc4random_buf(buffer, 64);
    show(memcmp(buffer, zero, 64) != 0);
    for (int i = 0; i < 1000; i++) if (arc4random_uniform(7) >= 7) say("out of range");
    show(arc4random_uniform(0));
    show(arc4random_uniform(1));
