// <wchar.h>: single wide characters and lines of them.
//
// musl passes over a sequence that is no character, and over one that the file ends in, and reads a stream that carries
// bytes; on glibc such a sequence stays where it is, the first kind is an error of the stream, and a stream that carries
// bytes has no wide characters.
// Source: fgetwc(3), fgetws(3), fputwc(3), fwide(3).
#include "encoded.h"
#include "points.h"
#include "../include/alias.h"
#include "../include/next.h"
#include "../include/translit-support.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { LONGEST = 4 };

/// Whether it may be read or written by characters, which it does from the first of them on.
static inline int carries_characters(struct stream *stream)
{
    return (stream->orientation ? stream->orientation : fwide((FILE *)stream, 1)) > 0;
}

static void put_back(struct stream *stream, const unsigned char *bytes, size_t count)
{
    if (!stream->read_at || stream->read_at < stream->buffer - BEFORE_BUFFER + count)
        return;
    stream->read_at -= count;
    memcpy(stream->read_at, bytes, count);
}

static wint_t get_character(struct stream *stream)
{
    FILE *file = (FILE *)stream;
    if (!carries_characters(stream))
        return WEOF;
    if (stream->read_at != stream->read_end && *stream->read_at < 0x80)
        return *stream->read_at++;
    if (is_encoded(stream))
        return glibc_compat_encoded_get(stream);
    unsigned char bytes[LONGEST];
    for (size_t count = 0; count < LONGEST;) {
        int c = getc_unlocked(file);
        if (c == EOF) {
            put_back(stream, bytes, count);
            return WEOF;
        }
        bytes[count++] = (unsigned char)c;
        wchar_t character;
        size_t used = mbrtowc(&character, (char *)bytes, count, &(mbstate_t){0});
        if (used <= LONGEST)
            return (wint_t)character;
        if (used == (size_t)-1 || count == LONGEST) {
            put_back(stream, bytes, count);
            break;
        }
    }
    stream->flags |= FAILED;
    errno = EILSEQ;
    return WEOF;
}

wint_t fgetwc_unlocked(FILE *file)
{
    return glibc_compat_streams_known ? get_character((struct stream *)file) : NEXT(fgetwc_unlocked)(file);
}
ALIAS(fgetwc_unlocked, getwc_unlocked);

/// The next character, or WEOF: the end, EILSEQ, or what reading says.
wint_t fgetwc(FILE *file)
{
    if (quick(file))
        return get_character((struct stream *)file);
    return (wint_t)call_locked(file, (void *)fgetwc_unlocked, (long)file, 0, 0);
}
ALIAS(fgetwc, getwc);

static wchar_t *get_line(wchar_t *line, int room, struct stream *stream)
{
    if (room <= 1) {
        // Room for the end alone: an empty text, and nothing is read.
        if (room == 1)
            *line = 0;
        return room == 1 ? line : NULL;
    }
    // What failed before does not count.
    unsigned before = stream->flags & FAILED;
    stream->flags &= ~(unsigned)FAILED;
    int done = 0;
    wint_t c = 0;
    while (done < room - 1 && c != L'\n' && (c = get_character(stream)) != WEOF)
        line[done++] = (wchar_t)c;
    int failed = done == 0 || (stream->flags & FAILED && errno != EAGAIN);
    stream->flags |= before;
    if (failed)
        return NULL;
    line[done] = 0;
    return line;
}

/// A line with its end, as much as there is room for; NULL where there is none, or after an error.
wchar_t *fgetws_unlocked(wchar_t *restrict line, int room, FILE *restrict file)
{
    return glibc_compat_streams_known ? get_line(line, room, (struct stream *)file)
                                      : NEXT(fgetws_unlocked)(line, room, file);
}

wchar_t *fgetws(wchar_t *restrict line, int room, FILE *restrict file)
{
    return (wchar_t *)call_locked(file, (void *)fgetws_unlocked, (long)line, room, (long)file);
}

// As glibc, what stands for a character that the locale's encoding lacks, or else a question mark.
static __attribute__((noinline, cold)) wint_t put_substitute(wchar_t c, struct stream *stream)
{
    FILE *file = (FILE *)stream;
    const unsigned short *list = MB_CUR_MAX == 1 ? glibc_compat_transliterations((unsigned)c) : NULL;
    for (unsigned left = list ? *list++ : 0; left > 0; left--) {
        unsigned size = *list++, known = 0;
        while (known < size && list[known] < 0x80)
            known++;
        if (known == size) {
            for (unsigned i = 0; i < size; i++)
                if (glibc_compat_musl_fputwc_unlocked(list[i], file) == WEOF)
                    return WEOF;
            return (wint_t)c;
        }
        list += size;
    }
    return glibc_compat_musl_fputwc_unlocked(L'?', file) == WEOF ? WEOF : (wint_t)c;
}

// Whether the locale's encoding may lack it: ASCII or UTF-8.
static inline int may_lack(wchar_t c)
{
    return (unsigned)c >= 0x80 && (MB_CUR_MAX == 1 || (c & ~0x7ff) == 0xd800 || (unsigned)c > 0x10ffff);
}

static wint_t put_foreign(wchar_t c, struct stream *stream)
{
    // In the C locale these are single bytes to musl.
    if ((c & ~0x7f) == 0xdf80)
        return put_substitute(c, stream);
    unsigned failed = stream->flags & FAILED;
    int saved = errno;
    errno = 0;
    wint_t result = glibc_compat_musl_fputwc_unlocked(c, (FILE *)stream);
    if (result == WEOF && errno == EILSEQ) {
        stream->flags = (stream->flags & ~(unsigned)FAILED) | failed;
        errno = saved;
        return put_substitute(c, stream);
    }
    if (result != WEOF || !errno)
        errno = saved;
    return result;
}

static wint_t put_character(wchar_t c, struct stream *stream)
{
    if (!carries_characters(stream))
        return WEOF;
    if (is_encoded(stream))
        return glibc_compat_encoded_put(c, stream);
    settle(stream);
    return may_lack(c) ? put_foreign(c, stream) : glibc_compat_musl_fputwc_unlocked(c, (FILE *)stream);
}

wint_t fputwc_unlocked(wchar_t c, FILE *file)
{
    return glibc_compat_streams_known ? put_character(c, (struct stream *)file) : NEXT(fputwc_unlocked)(c, file);
}
ALIAS(fputwc_unlocked, putwc_unlocked);

/// The character, or WEOF.
wint_t fputwc(wchar_t c, FILE *file)
{
    if (!glibc_compat_streams_known)
        return NEXT(fputwc)(c, file);
    if (quick(file))
        return put_character(c, (struct stream *)file);
    return (wint_t)call_locked(file, (void *)put_character, c, (long)file, 0);
}
ALIAS(fputwc, putwc);

static int put_by_character(const wchar_t *text, struct stream *stream)
{
    while (*text && put_character(*text, stream) != WEOF)
        text++;
    return *text ? -1 : 1;
}

/// As glibc, 1 and not just any number that is no error.
int fputws(const wchar_t *restrict text, FILE *restrict file)
{
    if (glibc_compat_streams_known) {
        if (!carries_characters((struct stream *)file))
            return -1;
        settle((struct stream *)file);
        if (is_encoded((struct stream *)file))
            return (int)call_locked(file, (void *)glibc_compat_encoded_put_text, (long)text, (long)file, 0);
        const wchar_t *at = text;
        while (*at && !may_lack(*at))
            at++;
        if (*at)
            return (int)call_locked(file, (void *)put_by_character, (long)text, (long)file, 0);
    }
    return glibc_compat_musl_fputws(text, file) < 0 ? -1 : 1;
}
ALIAS(fputws, fputws_unlocked);
