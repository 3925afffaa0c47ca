// printf for wchar_t: strings, and the places the text goes to.
#include "printf.h"
#include "../include/messages.h"
#include "../streams/points.h"
#include <errno.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>

#define CHAR wchar_t
#define IS_WIDE 1
#define OPEN_STREAM open_wmemstream
#include "parse.h"
#include "output.h"

// Characters of a multibyte string, at most `precision`; -1 for bytes that are none.
static long multibyte_length(const char *text, int precision)
{
    mbstate_t state = { 0 };
    long length = 0;
    while (precision < 0 || length < precision) {
        size_t size = mbrtowc(NULL, text, 16, &state);
        if (size == 0)
            break;
        if (size > 16)
            return -1;
        text += size;
        length++;
    }
    return length;
}

static void put_text(struct output *out, const struct printf_spec *spec, const void *text)
{
    int is_wide = spec->length == LENGTH_LONG || spec->length == LENGTH_LONG_LONG;
    long length;
    if (is_wide)
        length = spec->precision < 0 ? (long)wcslen(text) : (long)wcsnlen(text, (size_t)spec->precision);
    else
        length = multibyte_length(text, spec->precision);
    if (length < 0) {
        fail(out, EILSEQ);
        return;
    }
    if (!spec->left)
        pad(out, ' ', spec->width - length);
    if (is_wide) {
        put(out, text, (size_t)length);
    } else {
        mbstate_t state = { 0 };
        const char *at = text;
        for (long i = 0; i < length; i++) {
            wchar_t c;
            at += mbrtowc(&c, at, 16, &state);
            put_one(out, c);
        }
    }
    if (spec->left)
        pad(out, ' ', spec->width - length);
}

static void put_character(struct output *out, const struct printf_spec *spec, int character)
{
    wchar_t c = character;
    if (spec->length != LENGTH_LONG && spec->length != LENGTH_LONG_LONG)
        c = (wchar_t)btowc((unsigned char)character);
    if (!spec->left)
        pad(out, ' ', spec->width - 1);
    put_one(out, c);
    if (spec->left)
        pad(out, ' ', spec->width - 1);
}

#include "core.h"

static long write_characters(const struct output *out)
{
    for (const wchar_t *at = out->start; at < out->at; at++)
        if (fputwc_unlocked(*at, out->target) == WEOF)
            return -1;
    return 0;
}

static int empty_to_stream(struct output *out)
{
    if (!out->locked) {
        flockfile(out->target);
        out->locked = 1;
    }
    if (glibc_compat_call_guarded((long)out, 0, 0, (void *)write_characters, unlock_stream, out->target))
        return -1;
    out->before += out->at - out->start;
    out->at = out->start;
    return 0;
}

int glibc_compat_vfwprintf(FILE *file, const wchar_t *format, va_list arguments)
{
    // A stream that carries bytes takes no wide characters.
    if (fwide(file, 1) < 0)
        return -1;
    if (!__fwritable(file)) {
        fputwc_unlocked(L'x', file);     // refused; it marks the stream as failed
        errno = EBADF;
        return -1;
    }
    wchar_t buffer[256];
    struct output out = { .start = buffer, .at = buffer, .end = buffer + 256, .empty = empty_to_stream, .target = file };
    format_all(&out, format, arguments);
    if (!out.counting && out.at > out.start && empty_to_stream(&out) < 0)
        fail(&out, errno);
    if (out.locked)
        funlockfile(file);
    return finish(&out);
}

static int empty_to_nowhere(struct output *out)
{
    out->counting = 1;
    return 0;
}

int glibc_compat_vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    if (size == 0)
        return -1;
    if (size > (size_t)PTRDIFF_MAX / sizeof *buffer)
        size = (size_t)PTRDIFF_MAX / sizeof *buffer;
    struct output out = { .start = buffer, .at = buffer, .end = buffer + size - 1, .empty = empty_to_nowhere };
    format_all(&out, format, arguments);
    *out.at = L'\0';
    // Unlike vsnprintf, text that does not fit is a failure.
    int length = finish(&out);
    return out.counting ? -1 : length;
}
