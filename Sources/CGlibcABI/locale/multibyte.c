// <wchar.h>, <stdlib.h>: multibyte conversion in the C locale, where glibc knows the 128 characters of ASCII and musl every byte.
//
// In UTF-8 musl converts. The test for the C locale is two loads; the conversions themselves are the caller's time.
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>
#include "alias.h"
#include "locale-object.h"
#include "next.h"

#define IS_UTF8() (glibc_compat_current_locale()->utf8)

static size_t invalid(void)
{
    errno = EILSEQ;
    return (size_t)-1;
}

/// mbrtowc(3).
size_t mbrtowc(wchar_t *restrict wide, const char *restrict text, size_t size, mbstate_t *restrict state)
{
    if (IS_UTF8())
        return NEXT(mbrtowc)(wide, text, size, state);
    if (!text)
        return 0;
    if (!size)
        return (size_t)-2;
    if ((unsigned char)*text > 0x7f)
        return invalid();
    if (wide)
        *wide = *text;
    return *text != 0;
}

/// mbrlen(3).
size_t mbrlen(const char *restrict text, size_t size, mbstate_t *restrict state)
{
    return IS_UTF8() ? NEXT(mbrlen)(text, size, state) : mbrtowc(NULL, text, size, state);
}

/// mbtowc(3).
int mbtowc(wchar_t *restrict wide, const char *restrict text, size_t size)
{
    if (IS_UTF8())
        return NEXT(mbtowc)(wide, text, size);
    if (!text)
        return 0;
    size_t used = mbrtowc(wide, text, size, NULL);
    return used > (size_t)-3 ? -1 : (int)used;
}

/// mblen(3).
int mblen(const char *text, size_t size)
{
    return mbtowc(NULL, text, size);
}

/// In UTF-8. A character that the bytes end in is taken into the state, where musl leaves it for the next call.
static size_t bounded_utf8(wchar_t *wide, const char **text, size_t size, size_t room, mbstate_t *state)
{
    static mbstate_t own;
    // Counting changes nothing.
    mbstate_t copy = state ? *state : own, *used = wide ? (state ? state : &own) : &copy;
    const char *from = *text;
    size_t done = 0;
    while (size && (!wide || done < room)) {
        wchar_t one;
        size_t length = mbrtowc(&one, from, size, used);
        if (length == (size_t)-1) {
            if (wide)
                *text = from;
            return length;
        }
        if (length == (size_t)-2) {
            from += size;
            break;
        }
        if (wide)
            wide[done] = one;
        if (!one) {
            if (wide)
                *text = NULL;
            return done;
        }
        from += length;
        size -= length;
        done++;
    }
    if (wide)
        *text = from;
    return done;
}

/// mbsnrtowcs(3).
size_t mbsnrtowcs(wchar_t *restrict wide, const char **restrict text, size_t size, size_t room, mbstate_t *restrict state)
{
    if (IS_UTF8())
        return bounded_utf8(wide, text, size, room, state);
    const char *from = *text;
    for (size_t done = 0;; done++) {
        if ((wide && done == room) || done == size) {
            if (wide)
                *text = from + done;
            return done;
        }
        if ((unsigned char)from[done] > 0x7f) {
            if (wide)
                *text = from + done;
            return invalid();
        }
        if (wide)
            wide[done] = from[done];
        if (!from[done]) {
            if (wide)
                *text = NULL;
            return done;
        }
    }
}

/// mbsrtowcs(3).
size_t mbsrtowcs(wchar_t *restrict wide, const char **restrict text, size_t room, mbstate_t *restrict state)
{
    return IS_UTF8() ? NEXT(mbsrtowcs)(wide, text, room, state) : mbsnrtowcs(wide, text, SIZE_MAX, room, state);
}

/// mbstowcs(3).
size_t mbstowcs(wchar_t *restrict wide, const char *restrict text, size_t room)
{
    return IS_UTF8() ? NEXT(mbstowcs)(wide, text, room) : mbsnrtowcs(wide, (const char **)&text, SIZE_MAX, room, NULL);
}

/// wcrtomb(3).
size_t wcrtomb(char *restrict text, wchar_t wide, mbstate_t *restrict state)
{
    if (IS_UTF8())
        return NEXT(wcrtomb)(text, wide, state);
    if (!text)
        return 1;
    if ((unsigned)wide > 0x7f)
        return invalid();
    *text = (char)wide;
    return 1;
}

/// wctomb(3).
int wctomb(char *text, wchar_t wide)
{
    if (IS_UTF8())
        return NEXT(wctomb)(text, wide);
    return text ? (int)wcrtomb(text, wide, NULL) : 0;
}

/// wcsnrtombs(3).
size_t wcsnrtombs(char *restrict text, const wchar_t **restrict wide, size_t size, size_t room, mbstate_t *restrict state)
{
    if (IS_UTF8())
        return NEXT(wcsnrtombs)(text, wide, size, room, state);
    const wchar_t *from = *wide;
    for (size_t done = 0;; done++) {
        if ((text && done == room) || done == size) {
            if (text)
                *wide = from + done;
            return done;
        }
        if ((unsigned)from[done] > 0x7f) {
            if (text)
                *wide = from + done;
            return invalid();
        }
        if (text)
            text[done] = (char)from[done];
        if (!from[done]) {
            if (text)
                *wide = NULL;
            return done;
        }
    }
}

/// wcsrtombs(3).
size_t wcsrtombs(char *restrict text, const wchar_t **restrict wide, size_t room, mbstate_t *restrict state)
{
    return IS_UTF8() ? NEXT(wcsrtombs)(text, wide, room, state) : wcsnrtombs(text, wide, SIZE_MAX, room, state);
}

/// wcstombs(3).
size_t wcstombs(char *restrict text, const wchar_t *restrict wide, size_t room)
{
    return IS_UTF8() ? NEXT(wcstombs)(text, wide, room) : wcsnrtombs(text, (const wchar_t **)&wide, SIZE_MAX, room, NULL);
}

/// btowc(3): WEOF for a byte that is no character by itself.
wint_t btowc(int c)
{
    return c >= 0 && c <= 0x7f ? (wint_t)c : WEOF;
}

/// wctob(3).
int wctob(wint_t c)
{
    return c <= 0x7f ? (int)c : EOF;
}
