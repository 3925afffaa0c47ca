// <wchar.h>, <wctype.h>: wide texts, conversions with a state, wide classes.
#include <inttypes.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <wchar.h>
#include <wctype.h>
static wchar_t *at_edge(size_t n)
{
    char *page = mmap(NULL, 12288, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    mprotect(page + 8192, 4096, PROT_NONE);
    return (wchar_t *)(page + 8192) - n;
}
static wchar_t *edge_text(const wchar_t *text) { return wcscpy(at_edge(wcslen(text) + 1), text); }
static int sign(int n) { return (n > 0) - (n < 0); }
#define elements(p, n) for (int i_ = 0; i_ < (n); i_++) say("%s[%d] = %x", #p, i_, (unsigned)(p)[i_])

wcslen, wcsnlen:
    for (int n = 0; n < 100; n++) {
        wchar_t *s = at_edge(n + 1);
        wmemset(s, L'x', n), s[n] = 0;
        if (wcslen(s) != n || wcsnlen(s, n + 50) != n || wcsnlen(s, n / 2) != n / 2) say("%d", n);
    }
    wchar_t *unended = wmemset(at_edge(9), 0x1f600, 9);
    show(wcsnlen(unended, 9));
    show(wcslen(L""));

wcscpy, wcpcpy, wcscat, wcsdup:
    wchar_t to[40];
    offset(wcscpy(to, edge_text(L"one")), to);
    offset(wcpcpy(to, edge_text(L"twenty")), to);
    wide(wcscat(to, edge_text(L" five")));
    wide(wcscat(to, L""));
    wide(wcsdup(L"a copy \x20ac"));
    wide(wcsdup(L""));

wcsncpy, wcpncpy, wcsncat:
    wchar_t to[12];
    wmemset(to, L'#', 12);
    offset(wcsncpy(to, L"abc", 6), to);
    elements(to, 8);
    offset(wcsncpy(to, L"wxyz", 2), to);
    elements(to, 4);
    wmemset(to, L'#', 12);
    offset(wcpncpy(to, L"abc", 6), to);
    elements(to, 8);
    offset(wcpncpy(to, L"abcdef", 4), to);
    offset(wcpncpy(to, L"abcdef", 0), to);
    wcscpy(to, L"1");
    wide(wcsncat(to, L"abcdef", 2));
    wide(wcsncat(to, L"xy", 20));
    wide(wcsncat(to, wmemcpy(at_edge(2), L"zz", 2), 2));

wcscmp, wcsncmp, wcscasecmp, wcsncasecmp, wcscasecmp_l, wcsncasecmp_l, __wcscasecmp_l, __wcsncasecmp_l:
    extern int __wcscasecmp_l(const wchar_t *, const wchar_t *, locale_t),
        __wcsncasecmp_l(const wchar_t *, const wchar_t *, size_t, locale_t);
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    const wchar_t *texts[] = {L"", L"a", L"A", L"abc", L"ABD", L"abd", L"\xe4", L"\xc4", L"\x7fffffff",
        (wchar_t[]){-1, 0}, (wchar_t[]){0x80000000, 0}, L"\x1f600"};
    for (int i = 0; i < count(texts); i++)
        for (int j = 0; j < count(texts); j++)
            say("%d %d: %d %d %d %d %d %d %d %d", i, j, sign(wcscmp(texts[i], texts[j])),
                sign(wcsncmp(texts[i], texts[j], 2)),
                sign(wcscasecmp(texts[i], texts[j])), sign(wcsncasecmp(texts[i], texts[j], 2)),
                    sign(wcscasecmp_l(texts[i], texts[j], utf8)),
                sign(wcsncasecmp_l(texts[i], texts[j], 2, utf8)), sign(__wcscasecmp_l(texts[i], texts[j], utf8)),
                    sign(__wcsncasecmp_l(texts[i], texts[j], 0, utf8)));

wcscoll, wcscoll_l, __wcscoll_l, wcsxfrm, wcsxfrm_l, __wcsxfrm_l:
    extern int __wcscoll_l(const wchar_t *, const wchar_t *, locale_t);
    extern size_t __wcsxfrm_l(wchar_t *, const wchar_t *, size_t, locale_t);
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    const wchar_t *texts[] = {L"", L"a", L"B", L"ab", L"\xe4", L"\x1f600", L"\xfffd"};
    for (int i = 0; i < count(texts); i++)
        for (int j = 0; j < count(texts); j++)
            say("%d %d: %d %d %d", i, j, sign(wcscoll(texts[i], texts[j])), sign(wcscoll_l(texts[i], texts[j], utf8)),
                sign(__wcscoll_l(texts[i], texts[j], utf8)));
    wchar_t to[10] = L"########";
    show(wcsxfrm(to, L"abc", 10));
    elements(to, 5);
    show(wcsxfrm(NULL, L"abcdef", 0));
    show(wcsxfrm(to, L"abcdef", 2));
    show(wcsxfrm_l(to, L"q", 10, utf8) > 0);
    show(__wcsxfrm_l(to, L"", 10, utf8));

wcschr, wcsrchr, wcschrnul:
    wchar_t *s = edge_text(L"a/b/\x20ac/d");
    offset(wcschr(s, L'/'), s);
    offset(wcsrchr(s, L'/'), s);
    offset(wcschr(s, 0x20ac), s);
    offset(wcsrchr(s, 0), s);
    offset(wcschr(s, 0), s);
    offset(wcschr(s, L'q'), s);
    offset(wcsrchr(s, L'q'), s);
    offset(wcschrnul(s, L'q'), s);
    offset(wcschrnul(s, L'b'), s);

wcsspn, wcscspn, wcspbrk, wcsstr, wcswcs:
    wchar_t *s = edge_text(L"aabbc \x20ac the end, the End");
    show(wcsspn(s, L"ab"));
    show(wcsspn(s, L""));
    show(wcscspn(s, L" "));
    show(wcscspn(s, L""));
    offset(wcspbrk(s, L"\x20ac,"), s);
    offset(wcspbrk(s, L"#"), s);
    offset(wcspbrk(s, L""), s);
    offset(wcsstr(s, L"the End"), s);
    offset(wcsstr(s, L""), s);
    offset(wcsstr(s, L"none"), s);
    offset(wcsstr(s, L"the End of it"), s);
    offset(wcswcs(s, L"\x20ac"), s);
    wchar_t hay[300], needle[100];
    wmemset(hay, L'a', 299), hay[299] = 0, hay[250] = L'b';
    for (int n = 1; n < 99; n += 7) {
        wmemset(needle, L'a', n), needle[n - 1] = L'b', needle[n] = 0;
        offset(wcsstr(hay, needle), hay);
    }

wcstok:
    wchar_t s[] = L"  one,two  \x20acthree ", *save;
    wide(wcstok(s, L" ,", &save));
    wide(wcstok(NULL, L" ,", &save));
    wide(wcstok(NULL, L" \x20ac", &save));
    wide(wcstok(NULL, L" ", &save));
    wide(wcstok(NULL, L" ", &save));

wmemcpy, wmempcpy, wmemmove, wmemset, wmemcmp, wmemchr:
    wchar_t a[12], b[12] = L"abcdefghijk";
    offset(wmemset(a, 0x1f600, 12), a);
    elements(a, 2);
    offset(wmemcpy(a, b, 5), a);
    offset(wmempcpy(a, b, 5), a);
    elements(a, 6);
    offset(wmemmove(b + 2, b, 6), b);
    wide(b);
    wmemmove(b, b + 1, 6);
    wide(b);
    show(sign(wmemcmp(L"ab", L"ac", 2)));
    show(sign(wmemcmp((wchar_t[]){-1}, L"a", 1)));
    show(sign(wmemcmp(L"a\0b", L"a\0c", 3)));
    show(wmemcmp(L"a", L"b", 0));
    offset(wmemchr(b, L'e', 11), b);
    offset(wmemchr(b, L'z', 11), b);
    offset(wmemchr(b, L'e', 0), b);

static const wchar_t *const numbers[] = {L"", L"12", L"-12x", L" \t0x1F", L"0xg", L"010", L"09", L"0b1",
    L"99999999999999999999", L"-99999999999999999999",
    L"2147483648", L"-9223372036854775808", L"9223372036854775808", L"18446744073709551616", L"zz", L"+", L"-",
        L"\x0665", L"1\x20ac", L"\x2003" L"7"};
#define WIDE_INTEGERS(function, extra...) \
    for (int i = 0; i < count(numbers); i++) \
        for (int base = 0; base < 38; base += base < 16 ? 8 : 1 + 19 * (base < 35)) { \
            wchar_t *end = L"unset"; errno = 0; \
            unsigned long long v = function(numbers[i], &end, base extra); \
            say("%d, %d: %llx %s %td", i, base, v, strerrorname_np(errno), end - numbers[i]); \
        }

every F = wcstol wcstoul wcstoll wcstoull wcstoq wcstouq wcstoimax wcstoumax
$F:
    setlocale(LC_ALL, "C.UTF-8");
    WIDE_INTEGERS($F);

every F = wcstol_l wcstoul_l wcstoll_l wcstoull_l __wcstol_l __wcstoul_l __wcstoll_l __wcstoull_l
$F:
    extern unsigned long long called_$F(const wchar_t *, wchar_t **, int, locale_t) __asm__("$F");
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    setlocale(LC_ALL, "C.UTF-8");
    WIDE_INTEGERS(called_$F, , utf8);

every F = __wcstol_internal __wcstoul_internal __wcstoll_internal __wcstoull_internal
$F:
    extern unsigned long long $F(const wchar_t *, wchar_t **, int, int);
    WIDE_INTEGERS($F, , 0);

static const wchar_t *const floats[] = {L"", L"0", L"-0", L"1.5e3x", L" \n-2.5", L"0x1.8p3", L"0x", L"inf",
    L"-INFINITY!", L"nan", L"nan(12)", L"nan(", L"1e999", L"1e-999", L"4.9e-324",
    L".", L"1e", L"1,5", L"\x0661", L"3.40282357e38", L"1e4932", L"1e-4951", L"0.1", L"123456789012345678901234567890"};
#define WIDE_FLOATS(function, extra...) \
    for (int i = 0; i < count(floats); i++) { \
        wchar_t *end = L"unset"; errno = 0; \
        __typeof__(function(L"1", NULL extra)) v = function(floats[i], &end extra); \
        say("%d: %s %td", i, strerrorname_np(errno), end - floats[i]); \
        show(v); \
    }

every F = wcstod wcstof wcstold wcstof32 wcstof64 wcstof32x wcstof64x wcstof128
$F:
    setlocale(LC_ALL, "C.UTF-8");
    WIDE_FLOATS($F);

every F = wcstod wcstof wcstold wcstof32 wcstof64 wcstof32x wcstof64x wcstof128
$F_l:
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    WIDE_FLOATS($F_l, , c);

__wcstod_l, __wcstof_l, __wcstold_l, __wcstod_internal, __wcstof_internal, __wcstold_internal, __wcstof128_internal:
    extern double __wcstod_l(const wchar_t *, wchar_t **, locale_t),
        __wcstod_internal(const wchar_t *, wchar_t **, int);
    extern float __wcstof_l(const wchar_t *, wchar_t **, locale_t), __wcstof_internal(const wchar_t *, wchar_t **, int);
    extern long double __wcstold_l(const wchar_t *, wchar_t **, locale_t),
        __wcstold_internal(const wchar_t *, wchar_t **, int);
    extern _Float128 __wcstof128_internal(const wchar_t *, wchar_t **, int);
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    WIDE_FLOATS(__wcstod_l, , c);
    WIDE_FLOATS(__wcstof_l, , c);
    WIDE_FLOATS(__wcstold_l, , c);
    WIDE_FLOATS(__wcstod_internal, , 0);
    WIDE_FLOATS(__wcstof_internal, , 0);
    WIDE_FLOATS(__wcstold_internal, , 0);
    WIDE_FLOATS(__wcstof128_internal, , 0);

static const char *const sequences[] = {"", "a", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xff", "\xc3",
    "\xc3(", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xe2\x82", "\xf0\x9f\x98", "\x80"};

mbrtowc, mbrlen, mbsinit, __mbrtowc, __mbrlen:
    extern size_t __mbrtowc(wchar_t *, const char *, size_t, mbstate_t *), __mbrlen(const char *, size_t, mbstate_t *);
    show(mbsinit(NULL));
    for (int utf8 = 0; utf8 < 2; utf8++) {
        for (int i = 0; i < count(sequences); i++)
            for (int n = 0; n <= strlen(sequences[i]) + 1; n++) {
                mbstate_t state = {0};
                wchar_t c = 0x55;
                errno = 0;
                long result = mbrtowc(&c, sequences[i], n, &state);
                int error = errno;
                // How soon an invalid sequence is found is not specified.
                if (utf8 && i > 4 && n < strlen(sequences[i])) continue;
                say("%d of %d: %ld %x %s %d", n, i, result, (unsigned)c, strerrorname_np(error),
                    result != -1 ? mbsinit(&state) != 0 : 0);
                if (result == -2 && sequences[i][n]) {
                    errno = 0;
                    result = mbrtowc(&c, sequences[i] + n, strlen(sequences[i] + n), &state);
                    say("    the rest: %ld %x %s", result, (unsigned)c, strerrorname_np(errno));
                }
                memset(&state, 0, sizeof state);
                show((long)mbrlen(sequences[i], n, &state));
                memset(&state, 0, sizeof state);
                show((long)__mbrlen(sequences[i], n, &state));
                memset(&state, 0, sizeof state);
                show((long)__mbrtowc(NULL, sequences[i], n, &state));
            }
        mbstate_t state = {0};
        show((long)mbrtowc(NULL, NULL, 5, &state));
        show((long)mbrtowc(NULL, "a", 1, NULL));
        setlocale(LC_ALL, "C.UTF-8");
    }
    mbstate_t state = {0};
    show((long)mbrtowc(NULL, "\xe2", 1, &state));
    fails((long)mbrtowc(NULL, NULL, 0, &state));

wcrtomb, btowc, wctob:
    const wchar_t wides[] = {0, L'a', 0x7f, 0x80, 0xe4, 0xff, 0x7ff, 0x800, 0x20ac, 0xd800, 0xdfff, 0xdf80, 0xdfff,
        0xe000, 0xffff, 0x10000, 0x10ffff, -1};
    for (int utf8 = 0; utf8 < 2; utf8++) {
        for (int i = 0; i < count(wides); i++) {
            char out[20] = "";
            mbstate_t state = {0};
            fails((long)wcrtomb(out, wides[i], &state));
            bytes(out, 5);
            show(wctob(wides[i]));
        }
        for (int c = -1; c < 256; c++) if (btowc(c) != c) say("btowc(%d) = %x", c, btowc(c));
        show(btowc(300));
        show((long)wcrtomb(NULL, 0x20ac, NULL));
        setlocale(LC_ALL, "C.UTF-8");
    }

mbsrtowcs, mbsnrtowcs, wcsrtombs, wcsnrtombs:
    for (int utf8 = 0; utf8 < 2; utf8++) {
        const char *texts[] = {"", "abc", "a\xc3\xa4z", "\xe2\x82\xac\xf0\x9f\x98\x80", "ok\xff", "cut\xe2\x82"};
        for (int i = 0; i < count(texts); i++)
            for (int n = 0; n < 7; n += 2) {
                const char *at = texts[i];
                mbstate_t state = {0};
                wchar_t to[10];
                wmemset(to, L'#', 10);
                errno = 0;
                long result = mbsrtowcs(to, &at, n, &state);
                say("%d, %d: %ld %s", i, n, result, strerrorname_np(errno));
                if (result != -1) offset(at, texts[i]);
                elements(to, 5);
                at = texts[i], memset(&state, 0, sizeof state), wmemset(to, L'#', 10);
                errno = 0;
                result = mbsnrtowcs(to, &at, n, 9, &state);
                say("bounded: %ld %s", result, strerrorname_np(errno));
                if (result != -1) offset(at, texts[i]);
                elements(to, 5);
                at = texts[i], memset(&state, 0, sizeof state);
                show((long)mbsrtowcs(NULL, &at, 0, &state));
                offset(at, texts[i]);
                at = texts[i], memset(&state, 0, sizeof state);
                show((long)mbsnrtowcs(NULL, &at, n, 0, &state));
            }
        const wchar_t *wides[] = {L"", L"abc", L"a\xe4z", L"\x20ac\x1f600", L"ok\xd800"};
        for (int i = 0; i < count(wides); i++)
            for (int n = 0; n < 9; n += 2) {
                const wchar_t *at = wides[i];
                mbstate_t state = {0};
                char to[20];
                memset(to, '#', 20);
                errno = 0;
                long result = wcsrtombs(to, &at, n, &state);
                say("to bytes %d, %d: %ld %s", i, n, result, strerrorname_np(errno));
                offset(at, wides[i]);
                bytes(to, 10);
                at = wides[i], memset(to, '#', 20);
                errno = 0;
                result = wcsnrtombs(to, &at, 2, n, &state);
                say("two characters: %ld %s", result, strerrorname_np(errno));
                offset(at, wides[i]);
                bytes(to, 10);
                at = wides[i];
                show((long)wcsrtombs(NULL, &at, 0, &state));
            }
        setlocale(LC_ALL, "C.UTF-8");
    }

every F = iswalnum iswalpha iswblank iswcntrl iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit
$F, $F_l, __$F_l:
    extern int underscored_$F(wint_t, locale_t) __asm__("__$F_l");
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL), c_locale = newlocale(LC_ALL_MASK, "C", NULL);
    char line[300] = "";
    for (int c = 0; c < 256; c++) line[c] = ($F)(c) ? 'x' : '.';
    say("C %s", line);
    for (int c = 0; c < 256; c++) if (!!($F_l)(c, c_locale) != (line[c] == 'x')) say("differs with a locale: %d", c);
    for (int c = 0; c < 256; c++) line[c] = ($F_l)(c, utf8) ? 'x' : '.';
    say("C.UTF-8 %s", line);
    for (int c = 0; c < 256;
        c++) if (!!underscored_$F(c, utf8) != (line[c] == 'x')) say("differs with underscores: %d", c);
    setlocale(LC_ALL, "C.UTF-8");
    for (int c = 0; c < 256; c++) if (!!($F)(c) != (line[c] == 'x')) say("differs after setlocale: %d", c);
    const wint_t more[] = {0x100, 0x391, 0x3b1, 0x410, 0x430, 0x5d0, 0x4e00, 0xac00, 0x1f600, 0x2028, 0x3000, 0x2003,
        0xd800, 0x10ffff, 0x110000, 0x7fffffff, WEOF};
    for (int i = 0; i < count(more); i++) say("%x: %d", more[i], !!($F)(more[i]));

towlower, towupper, towlower_l, towupper_l, __towlower_l, __towupper_l:
    extern wint_t __towlower_l(wint_t, locale_t), __towupper_l(wint_t, locale_t);
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL), c_locale = newlocale(LC_ALL_MASK, "C", NULL);
    for (int after = 0; after < 2; after++) {
        for (wint_t c = 0; c < 0x600; c++) {
            if (towlower(c) != c) say("lower %x: %x", c, towlower(c));
            if (towupper(c) != c) say("upper %x: %x", c, towupper(c));
        }
        setlocale(LC_ALL, "C.UTF-8");
    }
    for (wint_t c = 0; c < 0x600; c++) {
        if (towlower_l(c, utf8) != towlower(c) || __towlower_l(c,
            utf8) != towlower(c)) say("lower with a locale: %x", c);
        if (towupper_l(c, utf8) != towupper(c) || __towupper_l(c,
            utf8) != towupper(c)) say("upper with a locale: %x", c);
        if (c > 127 && (towlower_l(c, c_locale) != c || towupper_l(c, c_locale) != c)) say("in C: %x", c);
    }
    show(towlower(WEOF));
    show(towupper(WEOF));

wctype, iswctype, wctype_l, iswctype_l, __wctype_l, __iswctype, __iswctype_l:
    extern wctype_t __wctype_l(const char *, locale_t);
    extern int __iswctype(wint_t, wctype_t), __iswctype_l(wint_t, wctype_t, locale_t);
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    const char *classes[] = {"alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space",
        "upper", "xdigit", "", "Alpha", "alpha ", "other"};
    for (int i = 0; i < count(classes); i++) {
        wctype_t t = wctype(classes[i]), l = wctype_l(classes[i], utf8), u = __wctype_l(classes[i], utf8);
        say("%s: %d %d %d", classes[i], t != 0, l != 0, u != 0);
        char line[200] = "";
        for (int c = 0; c < 128; c++) line[c] = iswctype(c, t) ? 'x' : '.';
        say("%s", line);
        for (int c = 0; c < 128; c++)
            if (!!iswctype_l(c, l, utf8) != (line[c] == 'x') || !!__iswctype_l(c, u, utf8) != (line[c] == 'x')
                || !!__iswctype(c, t) != (line[c] == 'x')) say("differs: %d", c);
    }

wctrans, towctrans, wctrans_l, towctrans_l, __wctrans_l, __towctrans, __towctrans_l:
    extern wctrans_t __wctrans_l(const char *, locale_t);
    extern wint_t __towctrans(wint_t, wctrans_t), __towctrans_l(wint_t, wctrans_t, locale_t);
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    const char *maps[] = {"tolower", "toupper", "", "title", "toupper "};
    for (int i = 0; i < count(maps); i++) {
        wctrans_t t = wctrans(maps[i]), l = wctrans_l(maps[i], utf8), u = __wctrans_l(maps[i], utf8);
        say("%s: %d %d %d", maps[i], t != 0, l != 0, u != 0);
        if (!t) continue;
        const wint_t some[] = {L'a', L'A', L'5', 0xe4, 0xc4, 0x3b1, 0x410, WEOF};
        for (int j = 0; j < count(some); j++)
            say("%x: %x %x %x %x", some[j], towctrans(some[j], t), towctrans_l(some[j], l, utf8),
                __towctrans(some[j], t), __towctrans_l(some[j], u, utf8));
    }

wcwidth, wcswidth:
    for (int after = 0; after < 2; after++) {
        const wchar_t some[] = {0, L'a', L'\n', 0x7f, 0x80, 0xa0, 0xad, 0xe4, 0x300, 0x1100, 0x200b, 0x20ac, 0x3000,
            0x4e00, 0xac00, 0xff21, 0x1f600, 0xd800, 0xe000, 0x10ffff, 0x110000, -1};
        for (int i = 0; i < count(some); i++) say("%x: %d", (unsigned)some[i], wcwidth(some[i]));
        show(wcswidth(L"abc", 10));
        show(wcswidth(L"abc", 2));
        show(wcswidth(L"", 10));
        show(wcswidth(L"a\x4e00", 10));
        show(wcswidth(L"a\tb", 10));
        show(wcswidth(L"a\tb", 1));
        setlocale(LC_ALL, "C.UTF-8");
    }

wcsftime, wcsftime_l, __wcsftime_l:
    extern size_t __wcsftime_l(wchar_t *, size_t, const wchar_t *, const struct tm *, locale_t);
    locale_t c = newlocale(LC_ALL_MASK, "C.UTF-8", NULL);
    struct tm tm = {.tm_sec = 5, .tm_min = 4, .tm_hour = 15, .tm_mday = 9, .tm_mon = 1, .tm_year = 124, .tm_wday = 5,
        .tm_yday = 39, .tm_zone = "UTC"};
    wchar_t text[100];
    setlocale(LC_ALL, "C.UTF-8");
    const wchar_t *formats[] = {L"%Y-%m-%d %H:%M:%S", L"%c", L"%x %X %p %r", L"%A %a %B %b %h",
        L"%C %y %G %g %V %U %W %u %w %j", L"%D %F %T %R %I %l %k %e %n%t%%", L"\x20ac %^a %_d %-d %05e %10Y",
        L"%Ey %Od", L"%s %Z", L"", L"%Q"};
    for (int i = 0; i < count(formats); i++) {
        wmemset(text, 0, 100);
        show(wcsftime(text, 100, formats[i], &tm));
        wide(text);
    }
    show(wcsftime(text, 4, L"%Y", &tm));
    show(wcsftime(text, 5, L"%Y", &tm));
    show(wcsftime_l(text, 100, L"%A", &tm, c));
    show(__wcsftime_l(text, 100, L"%B %d", &tm, c));
    wide(text);

open_wmemstream:
    setlocale(LC_ALL, "C.UTF-8");
    wchar_t *text;
    size_t size;
    FILE *stream = open_wmemstream(&text, &size);
    show(fwprintf(stream, L"%ls %d", L"wide \x20ac", 5));
    fflush(stream);
    show(size);
    wide(text);
    show(fseek(stream, 2, SEEK_SET));
    fputwc(L'#', stream);
    fflush(stream);
    show(size);
    show(fwide(stream, 0) > 0);
    fclose(stream);

static FILE *wide_file(const char *text)
{
    FILE *f = fopen("wide", "w+");
    fputs(text, f), fclose(f);
    return fopen("wide", "r+");
}

fgetwc, getwc, ungetwc, fputwc, putwc, fwide, fgetwc_unlocked, getwc_unlocked, fputwc_unlocked, putwc_unlocked:
    setlocale(LC_ALL, "C.UTF-8");
    FILE *f = wide_file("a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80.xyz1");
    show(fwide(f, 0));
    show(fgetwc(f));
    show(fwide(f, 0) > 0);
    show(fwide(f, -1) > 0);
    show(getwc(f));
    show(fgetwc_unlocked(f));
    show(ungetwc(0x20ac, f));
    show(ungetwc(WEOF, f));
    show((getwc_unlocked)(f));
    show(fgetwc(f));
    show(fgetwc(f));
    while (fgetwc(f) != WEOF) ;
    show(feof(f));
    show(ferror(f));
    fclose(f);
    f = fopen("out", "w");
    show(fputwc(0x20ac, f));
    show(putwc(L'x', f));
    show(fputwc_unlocked(0xe4, f));
    show((putwc_unlocked)(L'!', f));
    fclose(f);
    char out[40] = "";
    f = fopen("out", "r");
    fread(out, 1, 40, f);
    bytes(out, 12);
    fclose(f);
    f = wide_file("ok\xff" "bad");
    show(fgetwc(f));
    show(fgetwc(f));
    fails(fgetwc(f));

fgetws, fputws, fgetws_unlocked, fputws_unlocked:
    setlocale(LC_ALL, "C.UTF-8");
    FILE *f = wide_file("line one\nl\xc3\xadne two\n\nlast without end");
    wchar_t line[12];
    for (int i = 0; i < 8; i++) {
        wchar_t *got = (i & 1 ? fgetws : fgetws_unlocked)(line, 12, f);
        show(got == line);
        if (got) wide(line);
    }
    show(feof(f) != 0);
    rewind(f);
    show(fgetws(line, 1, f) == line);
    wide(line);
    fclose(f);
    f = fopen("out", "w");
    show(fputws(L"some \x20ac\n", f) >= 0);
    show(fputws_unlocked(L"more", f) >= 0);
    show(ftell(f));
    fclose(f);

getwchar, putwchar, getwchar_unlocked, putwchar_unlocked:
    setlocale(LC_ALL, "C.UTF-8");
    wide_file("\xc3\xa4z");
    freopen("wide", "r", stdin);
    show((getwchar)());
    show((getwchar_unlocked)());
    show(getwchar());
    show(putwchar(0x20ac));
    show(putwchar_unlocked(L'x'));

wprintf, fwprintf, swprintf, vwprintf, vfwprintf, vswprintf:
    setlocale(LC_ALL, "C.UTF-8");
    wchar_t text[60];
    show(swprintf(text, 60, L"%5d|%-5s|%ls|%lc|%c|%.2f|%x", -3, "ab", L"\x20ac", 0x1f600, 'q', 2.5, 255));
    wide(text);
    fails(swprintf(text, 5, L"%d", 123456));
    show(swprintf(text, 7, L"%d", 123456));
    show(swprintf(text, 60, L"%s|%.3s", "\xe2\x82\xac", "\xe2\x82\xac\xc3\xa4"));
    wide(text);
    fails(swprintf(text, 60, L"%s", "\xff"));
    show(wprintf(L"to stdout %ls\n", L"\xe4"));
    show(fwprintf(stdout, L"%2$d %1$d\n", 1, 2));
    void arguments(const wchar_t *format, ...) {
        va_list list;
        va_start(list, format), show(vwprintf(format, list)), va_end(list);
        va_start(list, format), show(vfwprintf(stdout, format, list)), va_end(list);
        va_start(list, format), show(vswprintf(text, 60, format, list)), va_end(list);
    }
    arguments(L"[%ls %5.1f]\n", L"va", 3.14159);
    wide(text);

wscanf, fwscanf, swscanf, vwscanf, vfwscanf, vswscanf / wide:
    extern int old_swscanf(const wchar_t *, const wchar_t *, ...) __asm__("swscanf"),
        old_fwscanf(FILE *, const wchar_t *, ...) __asm__("fwscanf"),
        old_wscanf(const wchar_t *, ...) __asm__("wscanf");
    extern int old_vswscanf(const wchar_t *, const wchar_t *, va_list) __asm__("vswscanf"),
        old_vfwscanf(FILE *, const wchar_t *, va_list) __asm__("vfwscanf"),
        old_vwscanf(const wchar_t *, va_list) __asm__("vwscanf");
    setlocale(LC_ALL, "C.UTF-8");
    int a = 0, b = 0;
    wchar_t word[20] = L"";
    char narrow[20] = "";
    float f = 0;
    show(old_swscanf(L"12 0x1f \x20acuro 2.5", L"%d %i %ls %f", &a, &b, word, &f));
    show(a), show(b), show(f);
    wide(word);
    show(old_swscanf(L"\x20acx rest", L"%s", narrow));
    bytes(narrow, 5);
    show(old_swscanf(L"abc123", L"%l[a-z]%d", word, &a));
    wide(word);
    show(a);
    show(old_swscanf(L"", L"%d", &a));
    show(old_swscanf(L"x", L"%d", &a));
    FILE *in = wide_file("7 8 9 10 11 12");
    freopen("wide", "r", stdin);
    show(old_fwscanf(in, L"%d", &a)), show(a);
    show(old_wscanf(L"%d", &b)), show(b);
    void arguments(const wchar_t *format, ...) {
        va_list list;
        va_start(list, format), show(old_vwscanf(format, list)), va_end(list), show(a);
        va_start(list, format), show(old_vfwscanf(in, format, list)), va_end(list), show(a);
        va_start(list, format), show(old_vswscanf(L"55", format, list)), va_end(list), show(a);
    }
    arguments(L"%d", &a);

__isoc99_wscanf, __isoc99_fwscanf, __isoc99_swscanf, __isoc99_vwscanf, __isoc99_vfwscanf, __isoc99_vswscanf:
    extern int __isoc99_swscanf(const wchar_t *, const wchar_t *, ...), __isoc99_fwscanf(FILE *, const wchar_t *, ...),
        __isoc99_wscanf(const wchar_t *, ...);
    extern int __isoc99_vswscanf(const wchar_t *, const wchar_t *, va_list),
        __isoc99_vfwscanf(FILE *, const wchar_t *, va_list), __isoc99_vwscanf(const wchar_t *, va_list);
    setlocale(LC_ALL, "C.UTF-8");
    float a = 0;
    wchar_t *text = NULL;
    show(__isoc99_swscanf(L"0x1p3 word", L"%a %mls", &a, &text)), show(a);
    wide(text);
    FILE *in = wide_file("7 8 9 10 11 12");
    freopen("wide", "r", stdin);
    show(__isoc99_fwscanf(in, L"%a", &a)), show(a);
    show(__isoc99_wscanf(L"%a", &a)), show(a);
    void arguments(const wchar_t *format, ...) {
        va_list list;
        va_start(list, format), show(__isoc99_vwscanf(format, list)), va_end(list), show(a);
        va_start(list, format), show(__isoc99_vfwscanf(in, format, list)), va_end(list), show(a);
        va_start(list, format), show(__isoc99_vswscanf(L"55", format, list)), va_end(list), show(a);
    }
    arguments(L"%a", &a);
