// Streams in an encoding of their own: what musl calls, and how a stream becomes one.
#include "encoded.h"
#include "points.h"
#include "../include/alias.h"
#include "../include/next.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static size_t read_nothing(FILE *file, unsigned char *to, size_t count)
{
    (void)file, (void)to, (void)count;
    return 0;
}

// The characters that wait; bytes are not taken.
static size_t write_characters(FILE *file, const unsigned char *bytes, size_t count)
{
    (void)bytes;
    struct stream *stream = (struct stream *)file;
    if (count == 0 && glibc_compat_encoded_flush(stream) == 0)
        stream->write_at = stream->write_start = stream->write_end = stream->buffer;
    return 0;
}

// A place among the bytes that are there: the state is that of the text before it.
static void keep_state(struct encoded *own, size_t place)
{
    if (place == 0) {
        glibc_compat_copy_state(own->reading, own->base);
        return;
    }
    wchar_t out[256];
    char *from = (char *)own->bytes;
    size_t left = place;
    glibc_compat_copy_conversion(own->reading, own->base);
    while (left) {
        char *to = (char *)out;
        size_t room = sizeof out, before = left;
        if (iconv(own->reading, &from, &left, &to, &room) == (size_t)-1 && (errno != E2BIG || left == before))
            break;
    }
}

static long seek_characters(FILE *file, long offset, int whence)
{
    struct stream *stream = (struct stream *)file;
    struct encoded *own = encoded_part(stream);
    if (stream->write_at != stream->write_start && glibc_compat_encoded_flush(stream))
        return -1;
    if (whence == SEEK_CUR) {
        long place = glibc_compat_encoded_position(stream);
        // Where ftell asks nothing may change; fseek makes what was put back be forgotten (start_reading).
        if (place < 0 || offset == 0)
            return place;
        if (__builtin_add_overflow(place, offset, &offset)) {
            errno = EOVERFLOW;
            return -1;
        }
        whence = SEEK_SET;
    }
    long end = own->filled ? lseek(stream->fd, 0, SEEK_CUR) : 0, place = lseek(stream->fd, offset, whence);
    if (place < 0)
        return -1;
    int saved = errno;
    if (own->filled && place <= end && place >= end - (long)own->filled)
        keep_state(own, own->filled - (size_t)(end - place));
    else
        glibc_compat_rewind_conversion(own->reading);
    glibc_compat_rewind_conversion(own->writing);
    errno = saved;
    own->at = own->end = own->converted = own->filled = 0;
    return place;
}

static void discard(struct encoded *own)
{
    iconv_t all[] = {own->reading, own->base, own->probe, own->writing};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i])
            iconv_close(all[i]);
    free(own);
}

void glibc_compat_decode_stream(struct stream *stream)
{
    struct encoded *own = encoded_part(stream);
    int saved = errno;
    if (stream->write_at != stream->write_start)
        glibc_compat_encoded_flush(stream);
    glibc_compat_encoded_stop_reading(stream);
    errno = saved;
    stream->write_at = stream->write_start = stream->write_end = NULL;
    stream->read = own->read;
    stream->write = own->write;
    stream->seek = own->seek;
    stream->close = own->close;
    stream->buffer_size = own->room;
    stream->cookie = NULL;
    stream->flags &= ~(unsigned)ENCODED;
    discard(own);
}

static int close_characters(FILE *file)
{
    glibc_compat_decode_stream((struct stream *)file);
    return ((struct stream *)file)->close(file);
}

int glibc_compat_encode_stream(struct stream *stream, const char *name)
{
    char wanted[96];
    size_t length = strlen(name);
    if (length == 0 || length + sizeof "//TRANSLIT" > sizeof wanted)
        return -1;
    memcpy(wanted, name, length);
    memcpy(wanted + length, "//TRANSLIT", sizeof "//TRANSLIT");
    struct encoded *own = calloc(1, sizeof *own);
    if (!own)
        return -1;
    if (!(own->reading = glibc_compat_stream_conversion("WCHAR_T", name)) || !(own->base = glibc_compat_stream_conversion("WCHAR_T", name)) ||
        !(own->probe = glibc_compat_stream_conversion("WCHAR_T", name)) || !(own->writing = glibc_compat_stream_conversion(wanted, "WCHAR_T"))) {
        discard(own);
        return -1;
    }
    own->room = stream->buffer_size < BUFFER ? stream->buffer_size : BUFFER;
    own->read = stream->read;
    own->write = stream->write;
    own->seek = stream->seek;
    own->close = stream->close;
    stream->buffer_size = 0;
    stream->read = read_nothing;
    stream->write = write_characters;
    stream->seek = seek_characters;
    stream->close = close_characters;
    stream->cookie = own;
    stream->flags |= ENCODED;
    fwide((FILE *)stream, 1);
    return 0;
}

/// Source: ungetwc(3).
wint_t ungetwc(wint_t c, FILE *file)
{
    struct stream *stream = (struct stream *)file;
    if (!glibc_compat_streams_known || !is_encoded(stream))
        return glibc_compat_musl_ungetwc(c, file);
    if (quick(file))
        return glibc_compat_encoded_unget(c, stream);
    return (wint_t)call_locked(file, (void *)glibc_compat_encoded_unget, c, (long)stream, 0);
}

/// The file of a stream that reads stands where its next character begins afterwards. Source: fflush(3).
int fflush(FILE *file)
{
    struct stream *stream = (struct stream *)file;
    if (!file || !glibc_compat_streams_known || !is_encoded(stream) || !stream->read_at)
        return glibc_compat_flush(file);
    if (quick(file))
        return glibc_compat_encoded_stop_reading(stream);
    return (int)call_locked(file, (void *)glibc_compat_encoded_stop_reading, (long)stream, 0, 0);
}
ALIAS(fflush, fflush_unlocked);
