// Every checked function of <wchar.h> and every checked multibyte conversion aborts exactly where its result does not fit.
// flags: -fno-builtin -Wno-all
#include "check.h"
#include <locale.h>
#include <string.h>
#include <wchar.h>
#define D(name, ...) extern wchar_t *name(wchar_t *, const wchar_t *, __VA_ARGS__)
D(__wmemcpy_chk, size_t, size_t); D(__wmemmove_chk, size_t, size_t); D(__wmempcpy_chk, size_t, size_t);
D(__wcscpy_chk, size_t); D(__wcpcpy_chk, size_t); D(__wcscat_chk, size_t);
D(__wcsncpy_chk, size_t, size_t); D(__wcpncpy_chk, size_t, size_t); D(__wcsncat_chk, size_t, size_t);
extern wchar_t *__wmemset_chk(wchar_t *, wchar_t, size_t, size_t);
extern size_t __mbstowcs_chk(wchar_t *, const char *, size_t, size_t);
extern size_t __wcstombs_chk(char *, const wchar_t *, size_t, size_t);
extern size_t __mbsrtowcs_chk(wchar_t *, const char **, size_t, mbstate_t *, size_t);
extern size_t __wcsrtombs_chk(char *, const wchar_t **, size_t, mbstate_t *, size_t);
extern size_t __mbsnrtowcs_chk(wchar_t *, const char **, size_t, size_t, mbstate_t *, size_t);
extern size_t __wcsnrtombs_chk(char *, const wchar_t **, size_t, size_t, mbstate_t *, size_t);
extern int __wctomb_chk(char *, wchar_t, size_t);
extern size_t __wcrtomb_chk(char *, wchar_t, mbstate_t *, size_t);

static wchar_t to[32];
static char bytes[32];
static wchar_t *fresh(const wchar_t *text) { return wcscpy(to, text); }

int main(void)
{
    CHECK(__wmemcpy_chk(to, L"12345678", N(8), N(8)));
    CHECK(__wmemcpy_chk(to, L"12345678", N(8), N(7)));
    CHECK(__wmemmove_chk(to, L"12345678", N(8), N(8)));
    CHECK(__wmemmove_chk(to, L"12345678", N(8), N(7)));
    CHECK(__wmempcpy_chk(to, L"12345678", N(8), N(8)) == to + 8 ? 0 : (abort(), 0));
    CHECK(__wmempcpy_chk(to, L"12345678", N(8), N(7)));
    CHECK(__wmemset_chk(to, L'a', N(8), N(8)));
    CHECK(__wmemset_chk(to, L'a', N(8), N(7)));
    CHECK(__wcscpy_chk(to, L"1234567", N(8)));
    CHECK(__wcscpy_chk(to, L"1234567", N(7)));
    CHECK(__wcpcpy_chk(to, L"1234567", N(8)) == to + 7 ? 0 : (abort(), 0));
    CHECK(__wcpcpy_chk(to, L"1234567", N(7)));
    CHECK(__wcsncpy_chk(to, L"1", N(8), N(8)));
    CHECK(__wcsncpy_chk(to, L"1", N(8), N(7)));
    CHECK(__wcpncpy_chk(to, L"1", N(8), N(8)));
    CHECK(__wcpncpy_chk(to, L"1", N(8), N(7)));
    CHECK(__wcscat_chk(fresh(L"abc"), L"defg", N(8)));
    CHECK(__wcscat_chk(fresh(L"abc"), L"defg", N(7)));
    CHECK(__wcsncat_chk(fresh(L"abc"), L"defg", N(100), N(8)));
    CHECK(__wcsncat_chk(fresh(L"abc"), L"defg", N(100), N(7)));
    CHECK(__wcsncat_chk(fresh(L"abc"), L"defghij", N(4), N(8)));
    CHECK(__wcsncat_chk(fresh(L"abc"), L"defghij", N(4), N(7)));

    const char *text = "abcd";
    const wchar_t *wide = L"abcd";
    mbstate_t state;
    memset(&state, 0, sizeof state);
    CHECK(__mbstowcs_chk(to, text, N(5), N(5)) == 4 ? 0 : (abort(), 0));
    CHECK(__mbstowcs_chk(to, text, N(5), N(4)));
    CHECK(__wcstombs_chk(bytes, wide, N(5), N(5)) == 4 ? 0 : (abort(), 0));
    CHECK(__wcstombs_chk(bytes, wide, N(5), N(4)));
    CHECK(__mbsrtowcs_chk(to, &text, N(5), &state, N(5)));
    CHECK(__mbsrtowcs_chk(to, &text, N(5), &state, N(4)));
    CHECK(__wcsrtombs_chk(bytes, &wide, N(5), &state, N(5)));
    CHECK(__wcsrtombs_chk(bytes, &wide, N(5), &state, N(4)));
    CHECK(__mbsnrtowcs_chk(to, &text, N(4), N(5), &state, N(5)));
    CHECK(__mbsnrtowcs_chk(to, &text, N(4), N(5), &state, N(4)));
    CHECK(__wcsnrtombs_chk(bytes, &wide, N(4), N(5), &state, N(5)));
    CHECK(__wcsnrtombs_chk(bytes, &wide, N(4), N(5), &state, N(4)));
    CHECK(__wctomb_chk(bytes, L'a', N(16)) == 1 ? 0 : (abort(), 0));
    CHECK(__wctomb_chk(bytes, L'a', N(0)));
    CHECK(__wcrtomb_chk(bytes, L'a', &state, N(16)) == 1 ? 0 : (abort(), 0));
    CHECK(__wcrtomb_chk(bytes, L'a', &state, N(0)));
    return 0;
}
