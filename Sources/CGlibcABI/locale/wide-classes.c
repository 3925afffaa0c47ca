// <wctype.h>, <wchar.h>: in the C locale no wide character above 0x7f has a class, a case or a width; musl classifies Unicode always.
#include <locale.h>
#include <wchar.h>
#include <wctype.h>
#include "alias.h"
#include "locale-object.h"
#include "next.h"

// musl's header has a macro of this name beside the function.
#undef iswdigit

static int unknown(wint_t c, const struct glibc_compat_locale *locale) { return c > 0x7f && !locale->utf8; }

/// iswalpha(3) and its family.
#define CLASSIFY(name) \
    int name(wint_t c) { return !unknown(c, glibc_compat_current_locale()) && NEXT(name)(c); } \
    int name##_l(wint_t c, locale_t locale) { return !unknown(c, glibc_compat_locale_object(locale)) && NEXT(name)(c); } \
    ALIAS(name##_l, __##name##_l)
CLASSIFY(iswalnum);
CLASSIFY(iswalpha);
CLASSIFY(iswblank);
CLASSIFY(iswcntrl);
CLASSIFY(iswdigit);
CLASSIFY(iswgraph);
CLASSIFY(iswlower);
CLASSIFY(iswprint);
CLASSIFY(iswpunct);
CLASSIFY(iswspace);
CLASSIFY(iswupper);
CLASSIFY(iswxdigit);

/// iswctype(3).
int iswctype(wint_t c, wctype_t class) { return !unknown(c, glibc_compat_current_locale()) && NEXT(iswctype)(c, class); }
int iswctype_l(wint_t c, wctype_t class, locale_t locale)
{
    return !unknown(c, glibc_compat_locale_object(locale)) && NEXT(iswctype)(c, class);
}
ALIAS(iswctype_l, __iswctype_l);

/// towlower(3), towupper(3), towctrans(3).
#define CONVERT(name) \
    wint_t name(wint_t c) { return unknown(c, glibc_compat_current_locale()) ? c : NEXT(name)(c); } \
    wint_t name##_l(wint_t c, locale_t locale) { return unknown(c, glibc_compat_locale_object(locale)) ? c : NEXT(name)(c); } \
    ALIAS(name##_l, __##name##_l)
CONVERT(towlower);
CONVERT(towupper);

wint_t towctrans(wint_t c, wctrans_t conversion)
{
    return unknown(c, glibc_compat_current_locale()) ? c : NEXT(towctrans)(c, conversion);
}
wint_t towctrans_l(wint_t c, wctrans_t conversion, locale_t locale)
{
    return unknown(c, glibc_compat_locale_object(locale)) ? c : NEXT(towctrans)(c, conversion);
}
ALIAS(towctrans_l, __towctrans_l);

/// wcwidth(3).
int wcwidth(wchar_t c) { return unknown((wint_t)c, glibc_compat_current_locale()) ? -1 : NEXT(wcwidth)(c); }

/// wcswidth(3).
int wcswidth(const wchar_t *text, size_t size)
{
    int columns = 0;
    for (; size && *text; size--, text++) {
        int width = wcwidth(*text);
        if (width < 0)
            return -1;
        columns += width;
    }
    return columns;
}
