// strtod, strtof, strtold and their wide forms give glibc's value, end, errno and exceptions for every text, in every rounding direction
// flags: -frounding-math -lm
#include <errno.h>
#include <fenv.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static uint64_t state = 88172645463325252u;
static uint64_t draw(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

static const int directions[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
static uint64_t sum;
static long disagreements;
static void add(const void *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sum = (sum ^ ((const unsigned char *)bytes)[i]) * 1099511628211u;
}

static wchar_t wide[40000];
#define ONE(type, size, convert, convert_wide, show) \
    { \
        char *end; \
        wchar_t *wide_end; \
        type value = 0, from_wide = 0; \
        errno = 0; \
        feclearexcept(FE_ALL_EXCEPT); \
        value = convert(text, &end); \
        int raised = fetestexcept(FE_ALL_EXCEPT), error = errno; \
        from_wide = convert_wide(wide, &wide_end); \
        disagreements += memcmp(&value, &from_wide, size) != 0 || wide_end - wide != end - text; \
        long length = end - text; \
        add(&value, size), add(&error, sizeof error), add(&raised, sizeof raised), add(&length, sizeof length); \
        if (show) { \
            unsigned char bytes[16] = {0}; \
            memcpy(bytes, &value, size); \
            fesetround(FE_TONEAREST); \
            printf(" %d/%d/%x ", (int)length, error, raised); \
            for (int i = size; i-- > 0;) \
                printf("%02x", bytes[i]); \
        } \
    }

static void check(const char *text, int show)
{
    for (size_t i = 0; i == 0 || text[i - 1]; i++)
        wide[i] = (unsigned char)text[i];
    for (int i = 0; i < 4; i++) {
        if (show)
            printf("%d %.60s", i, text);
        fesetround(directions[i]);
        ONE(double, 8, strtod, wcstod, show)
        fesetround(directions[i]);
        ONE(float, 4, strtof, wcstof, show)
        fesetround(directions[i]);
        ONE(long double, 10, strtold, wcstold, show)
        fesetround(FE_TONEAREST);
        if (show)
            puts("");
    }
}

static const char *const hard[] = {
    "0", "-0", "0.5", "1e400", "-1e400", "1e-400", "-1e-400", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
    "2.2250738585072011e-308", "2.2250738585072014e-308", "0x1p-1080", "0x1p-1075", "0x1p-1074", "0x1.fffffffffffffp-1023",
    "0x1.fffffffffffff8p-1023", "0x1.fffffffffffff7p-1023", "0x1.123456789abcdefp0", "0x1.123456789abcdef0123456789abcdef01p0", "nan", "-nan",
    "nan(123)", "nan(0x)", "nan()", "nan(12z)", "-nan(0x7ffffffffffff)", "nan(0xffffffffffffffff)", "nan(99999999999999999999999)", "nan(", "nan(_a)",
    "nan(1-)", "NaN", "1e", "1e+", "0x", "0x.", "0x.p1", "0x1p", "0x1p+", ".", "5.e1", "-.5", "infinit", "INFINITY", "+inf", "-inF", "in", "n",
    "0e99999999999999999", "0x0p999999999999999999", "1e99999999999999999999999", "1e-99999999999999999999999", " \t\n\v\f\r1.5x", "", " ", "-", "+-1",
    "++1", "0x1.8", "0X1.8P4", "00000.00001e5", "1..2", "1.e", "1e5.5", "9007199254740993", "9007199254740992.99999999999999999999999999999",
    "9007199254740993.00000000000000000000000000000000000001", "3.6451995318824746025284059336194e-4951", "1.8225997659412373012642029668097e-4951",
    "1.18973149535723176502126385303e+4932", "1.18973149535723176508575932662800702e+4932", "340282346638528859811704183484516925440",
    "340282356779733661637539395458142568447", "340282356779733661637539395458142568448", "1.7976931348623158079372897140530e308",
    "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910945555547851940402630"
    "657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699"
    "508093042880904174497791.9999",
    "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910945555547851940402630"
    "657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699"
    "508093042880904174497792",
    "0.1e1e1", "1e0000000000000000000000000005", "0x.00000000000000000000000000000000000001p160", "0x100000000000000000000000000000000000001",
    "0x1.00000000000000000000000000001", "1e-4950", "1e-4951", "2e-4951", "1.5e-45", "7e-46", "7.1e-46", "1_000", "1,5", "1'000", "1e23", "8.5e22", "5e-1",
};

// Texts whose every character comes from the generator, and exact middles between two numbers, which printf writes exactly.
static void make(char *text, int kind)
{
    union { uint64_t bits; double value; } d = {draw()};
    union { uint32_t bits; float value; } f = {(uint32_t)draw() & 0xff7fffff};
    union { struct { uint64_t significand; uint16_t upper; } bits; long double value; } x = {{draw() | 1ull << 63, draw() % 32767}};
    char *at = text;
    switch (kind) {
    case 0:
        for (int i = draw() % 25; i >= 0; i--) *at++ = '0' + draw() % 10;
        if (draw() % 2) *at++ = '.';
        for (int i = draw() % 25; i >= 0; i--) *at++ = '0' + draw() % 10;
        sprintf(at, "e%d", (int)(draw() % 800) - 400);
        break;
    case 1:
        d.bits &= ~(1ull << 62);
        sprintf(text, "%.*e", (int)(15 + draw() % 4), d.value);
        break;
    case 2:
        d.bits &= ~(1ull << 62);
        sprintf(text, "%.*Le", (int)(draw() % 2 ? 780 : 20 + draw() % 30), ((long double)d.value + nextafter(d.value, INFINITY)) / 2);
        break;
    case 3: sprintf(text, "%.*Le", (int)(18 + draw() % 6), x.value); break;
    case 4: sprintf(text, "%.*e", (int)(draw() % 2 ? 150 : 6 + draw() % 20), ((double)f.value + nextafterf(f.value, INFINITY)) / 2); break;
    case 5: sprintf(text, "%d.%08d", (int)(draw() % 100000), (int)(draw() % 100000000)); break;
    case 6: sprintf(text, "0x%llx.%llxp%d", (unsigned long long)(draw() >> draw() % 64), (unsigned long long)draw(), (int)(draw() % 2400) - 1200); break;
    case 7: sprintf(text, "%.*Le", draw() % 200 ? 0 : 12000, x.value); break;
    case 8:
        d.bits = (d.bits & 0xfffffffffffffull) >> draw() % 52;
        sprintf(text, "%.*e", (int)(draw() % 30), d.value);
        break;
    default: sprintf(text, "%.*Lf", (int)(draw() % 60), ldexpl((long double)(draw() >> draw() % 64), -(int)(draw() % 80)));
    }
}

int main(void)
{
    static char text[40000];
    for (size_t i = 0; i < sizeof hard / sizeof *hard; i++)
        check(hard[i], 1);
    for (int kind = 0; kind < 10; kind++) {
        sum = 14695981039346656037u;
        for (int i = 0; i < 1500; i++) {
            make(text, kind);
            check(text, 0);
            double direct = strtod(text, NULL), scanned = 0;
            if (kind != 6)
                disagreements += sscanf(text, "%lf", &scanned) != 1 || memcmp(&direct, &scanned, sizeof direct);
            disagreements += atof(text) != direct;
        }
        printf("kind %d: %016llx\n", kind, (unsigned long long)sum);
    }
    printf("%ld disagree\n", disagreements);
    return 0;
}
