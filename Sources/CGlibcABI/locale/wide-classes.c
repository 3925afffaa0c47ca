// <wctype.h>, <wchar.h>: classes, cases and widths of wide characters as glibc's C.UTF-8 has them; in the C locale no character above
// 0x7f has any. musl classifies by another version of Unicode and by other rules (every character is printable, U+00DF has an upper case).
#include <locale.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>
#include "alias.h"
#include "locale-object.h"
#include "wide-table.h"

// musl's header has a macro of this name beside the function.
#undef iswdigit

enum { BLOCK = 128, LIMIT = 0x110000, WIDTH_SHIFT = 12 };

static int known(wint_t c, const struct glibc_compat_locale *locale) { return c <= 0x7f || (c < LIMIT && locale->utf8); }

static int kind(wint_t c) { return wide_kind_values[wide_kind_cells[wide_kind_index[c / BLOCK] * BLOCK + c % BLOCK]]; }
static wint_t upper(wint_t c) { return c + (wint_t)wide_upper_values[wide_upper_cells[wide_upper_index[c / BLOCK] * BLOCK + c % BLOCK]]; }
static wint_t lower(wint_t c) { return c + (wint_t)wide_lower_values[wide_lower_cells[wide_lower_index[c / BLOCK] * BLOCK + c % BLOCK]]; }

// A class is its place here plus one, as the bits of the table are ordered.
static const char class_names[][7] = {
    "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit",
};
enum { CLASSES = sizeof class_names / sizeof *class_names };

static int in_class(wint_t c, wctype_t class, const struct glibc_compat_locale *locale)
{
    return class - 1 < CLASSES && known(c, locale) && kind(c) >> (class - 1) & 1;
}

/// wctype(3).
wctype_t wctype(const char *name)
{
    for (wctype_t i = 0; i < CLASSES; i++)
        if (!strcmp(name, class_names[i]))
            return i + 1;
    return 0;
}
wctype_t wctype_l(const char *name, locale_t locale) { (void)locale; return wctype(name); }
ALIAS(wctype_l, __wctype_l);

/// iswctype(3).
int iswctype(wint_t c, wctype_t class) { return in_class(c, class, glibc_compat_current_locale()); }
int iswctype_l(wint_t c, wctype_t class, locale_t locale) { return in_class(c, class, glibc_compat_locale_object(locale)); }
ALIAS(iswctype_l, __iswctype_l);

/// iswalpha(3) and its family.
#define CLASSIFY(name, class) \
    int name(wint_t c) { return in_class(c, class, glibc_compat_current_locale()); } \
    int name##_l(wint_t c, locale_t locale) { return in_class(c, class, glibc_compat_locale_object(locale)); } \
    ALIAS(name##_l, __##name##_l)
CLASSIFY(iswalnum, 1);
CLASSIFY(iswalpha, 2);
CLASSIFY(iswblank, 3);
CLASSIFY(iswcntrl, 4);
CLASSIFY(iswdigit, 5);
CLASSIFY(iswgraph, 6);
CLASSIFY(iswlower, 7);
CLASSIFY(iswprint, 8);
CLASSIFY(iswpunct, 9);
CLASSIFY(iswspace, 10);
CLASSIFY(iswupper, 11);
CLASSIFY(iswxdigit, 12);

/// towlower(3), towupper(3).
#define CONVERT(name, convert) \
    wint_t name(wint_t c) { return known(c, glibc_compat_current_locale()) ? convert(c) : c; } \
    wint_t name##_l(wint_t c, locale_t locale) { return known(c, glibc_compat_locale_object(locale)) ? convert(c) : c; } \
    ALIAS(name##_l, __##name##_l)
CONVERT(towlower, lower);
CONVERT(towupper, upper);

static const int to_lower, to_upper;

/// wctrans(3); glibc has "totitle" besides where the locale has, which C.UTF-8 has not.
wctrans_t wctrans(const char *name) { return !strcmp(name, "tolower") ? &to_lower : !strcmp(name, "toupper") ? &to_upper : NULL; }
wctrans_t wctrans_l(const char *name, locale_t locale) { (void)locale; return wctrans(name); }
ALIAS(wctrans_l, __wctrans_l);

static wint_t convert(wint_t c, wctrans_t conversion, const struct glibc_compat_locale *locale)
{
    if (!known(c, locale)) return c;
    return conversion == &to_lower ? lower(c) : conversion == &to_upper ? upper(c) : c;
}

/// towctrans(3).
wint_t towctrans(wint_t c, wctrans_t conversion) { return convert(c, conversion, glibc_compat_current_locale()); }
wint_t towctrans_l(wint_t c, wctrans_t conversion, locale_t locale)
{
    return convert(c, conversion, glibc_compat_locale_object(locale));
}
ALIAS(towctrans_l, __towctrans_l);

/// wcwidth(3).
int wcwidth(wchar_t c) { return known((wint_t)c, glibc_compat_current_locale()) ? (kind((wint_t)c) >> WIDTH_SHIFT) - 1 : -1; }

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
