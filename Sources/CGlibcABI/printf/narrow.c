// printf for char: strings, and the places the text goes to.
#include "printf.h"
#include "../include/messages.h"
#include "../streams/points.h"
#include <errno.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHAR char
#define IS_WIDE 0
#define OPEN_STREAM open_memstream
#include "parse.h"
#include "output.h"

// Bytes of a wide string that fit `precision` whole characters; -1 for a character that the locale does not have.
static long wide_length(const wchar_t *text, int precision, size_t *characters)
{
    char bytes[16];
    mbstate_t state = { 0 };
    long length = 0;
    size_t count = 0;
    for (; precision < 0 || length < precision; count++) {
        if (!text[count])
            break;
        size_t size = wcrtomb(bytes, text[count], &state);
        if (size == (size_t)-1)
            return -1;
        if (precision >= 0 && length + (long)size > precision)
            break;
        length += (long)size;
    }
    *characters = count;
    return length;
}

static void put_wide_text(struct output *out, const struct printf_spec *spec, const wchar_t *text)
{
    size_t characters;
    long length = wide_length(text, spec->precision, &characters);
    if (length < 0) {
        fail(out, EILSEQ);
        return;
    }
    if (!spec->left)
        pad(out, ' ', spec->width - length);
    mbstate_t state = { 0 };
    for (size_t i = 0; i < characters; i++) {
        char bytes[16];
        put(out, bytes, wcrtomb(bytes, text[i], &state));
    }
    if (spec->left)
        pad(out, ' ', spec->width - length);
}

static void put_text(struct output *out, const struct printf_spec *spec, const void *text)
{
    if (spec->length == LENGTH_LONG || spec->length == LENGTH_LONG_LONG) {
        put_wide_text(out, spec, text);
        return;
    }
    size_t length = spec->precision < 0 ? strlen(text) : strnlen(text, (size_t)spec->precision);
    if (length > INT32_MAX) {
        fail(out, EOVERFLOW);
        return;
    }
    if (!spec->left)
        pad(out, ' ', spec->width - (long)length);
    put(out, text, length);
    if (spec->left)
        pad(out, ' ', spec->width - (long)length);
}

static void put_character(struct output *out, const struct printf_spec *spec, int character)
{
    char bytes[16] = { (char)character };
    size_t length = 1;
    if (spec->length == LENGTH_LONG || spec->length == LENGTH_LONG_LONG) {
        mbstate_t state = { 0 };
        length = wcrtomb(bytes, (wchar_t)character, &state);
        if (length == (size_t)-1) {
            fail(out, EILSEQ);
            return;
        }
    }
    // The width counts bytes, as for a string.
    if (!spec->left)
        pad(out, ' ', spec->width - (long)length);
    put(out, bytes, length);
    if (spec->left)
        pad(out, ' ', spec->width - (long)length);
}

#include "core.h"

// --- to a stream ---

static size_t write_bytes(const char *bytes, size_t count, FILE *file) { return fwrite_unlocked(bytes, 1, count, file); }

// Whether all was written. A thread that is cancelled meanwhile lets go of the stream.
static int write_piece(const struct output *out)
{
    size_t count = (size_t)(out->at - out->start);
    if (!out->locked)
        return fwrite(out->start, 1, count, out->target) == count;
    return (size_t)glibc_compat_call_guarded((long)out->start, (long)count, (long)out->target, (void *)write_bytes, unlock_stream, out->target) == count;
}

static int empty_to_stream(struct output *out)
{
    // The stream is held from the first piece on, so that no other thread writes in between.
    if (!out->locked) {
        flockfile(out->target);
        out->locked = 1;
    }
    size_t count = (size_t)(out->at - out->start);
    if (!write_piece(out))
        return -1;
    out->before += (long)count;
    out->at = out->start;
    return 0;
}

int glibc_compat_vfprintf(FILE *file, const char *format, va_list arguments)
{
    if (!__fwritable(file)) {
        fputc('x', file);            // refused; it marks the stream as failed
        errno = EBADF;
        return -1;
    }
    // A stream that carries wide characters takes no bytes.
    if (fwide(file, -1) > 0)
        return -1;
    char buffer[1024];
    struct output out = { .start = buffer, .at = buffer, .end = buffer + sizeof buffer, .empty = empty_to_stream, .target = file };
    format_all(&out, format, arguments);
    if (out.at > out.start && !out.counting) {
        if (!write_piece(&out))
            fail(&out, errno);
    } else if (out.error && out.at > out.start) {
        // What was formatted before the error has been written, as from glibc's buffer.
        int error = errno;
        write_piece(&out);
        errno = error;
    }
    if (out.locked)
        funlockfile(file);
    return finish(&out);
}

// --- to memory ---

static int empty_to_nowhere(struct output *out)
{
    out->counting = 1;
    return 0;
}

int glibc_compat_vsnprintf(char *buffer, size_t size, const char *format, va_list arguments)
{
    char none[1];
    char *start = size ? buffer : none;
    size_t room = size ? size - 1 : 0;
    // vsprintf has no limit: only the pointer must not wrap, and no text is longer than an int can say.
    if (room > PTRDIFF_MAX - (uintptr_t)start)
        room = PTRDIFF_MAX - (uintptr_t)start;
    struct output out = { .start = start, .at = start, .end = start + room, .empty = empty_to_nowhere };
    format_all(&out, format, arguments);
    if (size)
        *out.at = '\0';
    return finish(&out);
}

static int empty_by_growing(struct output *out)
{
    size_t used = (size_t)(out->at - out->start), room = (size_t)(out->end - out->start) * 2;
    char *grown = realloc(out->target, room);
    if (!grown)
        return -1;
    if (!out->target)
        memcpy(grown, out->start, used);
    out->target = out->start = grown;
    out->at = grown + used;
    out->end = grown + room;
    return 0;
}

/// Formats to a block from malloc. -1 and an untouched *result for an error. Source: vasprintf(3).
int vasprintf(char **result, const char *format, va_list arguments)
{
    char buffer[256];
    struct output out = { .start = buffer, .at = buffer, .end = buffer + sizeof buffer, .empty = empty_by_growing };
    format_all(&out, format, arguments);
    int length = finish(&out);
    if (length < 0) {
        free(out.target);
        return -1;
    }
    char *text = realloc(out.target, (size_t)length + 1);
    if (!text) {
        free(out.target);
        return -1;
    }
    if (!out.target)
        memcpy(text, buffer, (size_t)length);
    text[length] = '\0';
    *result = text;
    return length;
}

// --- to a descriptor ---

static int empty_to_descriptor(struct output *out)
{
    for (const char *at = out->start; at < out->at;) {
        ssize_t count = write(out->fd, at, (size_t)(out->at - at));
        if (count < 0 && errno != EINTR)
            return -1;
        if (count > 0)
            at += count;
    }
    out->before += out->at - out->start;
    out->at = out->start;
    return 0;
}

/// Formats to a descriptor. Source: vdprintf(3).
int vdprintf(int fd, const char *format, va_list arguments)
{
    char buffer[1024];
    struct output out = { .start = buffer, .at = buffer, .end = buffer + sizeof buffer, .empty = empty_to_descriptor, .fd = fd };
    format_all(&out, format, arguments);
    if (!out.counting && empty_to_descriptor(&out) < 0)
        fail(&out, errno);
    return finish(&out);
}

// --- without printing ---

/// Stores the PA_* codes of a format's arguments, at most `room`; returns how many there are. Source: <printf.h>.
size_t parse_printf_format(const char *format, size_t room, int *types)
{
    struct plan plan = { .reporting = 1 };
    size_t count = 0;
    if (read_plan(&plan, find_percent(format)) == 0) {
        count = (size_t)plan.type_count;
        for (size_t i = 0; i < count && i < room; i++)
            if (plan.types[i] >= 0)
                types[i] = plan.types[i];
    }
    free(plan.specs);
    free(plan.types);
    free(plan.sizes);
    return count;
}
