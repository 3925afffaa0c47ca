// <uchar.h>: in the C locale there are the characters of ASCII and no others; musl has some of its own. In UTF-8 musl
// converts.
// Source: mbrtoc16(3), mbrtoc32(3), C11 7.28.1.
#include <errno.h>
#include <uchar.h>
#include <wchar.h>
#include "locale-object.h"
#include "next.h"

#define IS_UTF8() (glibc_compat_current_locale()->utf8)

size_t mbrtoc32(char32_t *restrict character, const char *restrict text, size_t size, mbstate_t *restrict state)
{
    if (IS_UTF8())
        return NEXT(mbrtoc32)(character, text, size, state);
    wchar_t wide;
    size_t used = mbrtowc(&wide, text, size, state);
    if (text && character && used <= 1)
        *character = (char32_t)wide;
    return used;
}

size_t mbrtoc16(char16_t *restrict character, const char *restrict text, size_t size, mbstate_t *restrict state)
{
    if (IS_UTF8())
        return NEXT(mbrtoc16)(character, text, size, state);
    wchar_t wide;
    size_t used = mbrtowc(&wide, text, size, state);
    if (text && character && used <= 1)
        *character = (char16_t)wide;
    return used;
}

size_t c32rtomb(char *restrict text, char32_t character, mbstate_t *restrict state)
{
    return IS_UTF8() ? NEXT(c32rtomb)(text, character, state) : wcrtomb(text, (wchar_t)character, state);
}
