// <time.h>, <wchar.h>: the formatting functions that look inside the locale_t they are given.
#include <locale.h>
#include <time.h>
#include <wchar.h>
#include "alias.h"
#include "locale-object.h"
#include "next.h"

/// strftime(3) in a given locale.
size_t strftime_l(char *restrict text, size_t size, const char *restrict format, const struct tm *restrict time, locale_t locale)
{
    return NEXT(strftime_l)(text, size, format, time, glibc_compat_musl_locale(locale));
}

/// wcsftime(3) in a given locale.
size_t wcsftime_l(wchar_t *restrict text, size_t size, const wchar_t *restrict format, const struct tm *restrict time, locale_t locale)
{
    return NEXT(wcsftime_l)(text, size, format, time, glibc_compat_musl_locale(locale));
}
ALIAS(wcsftime_l, __wcsftime_l);
