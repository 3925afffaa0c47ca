// Streams in an encoding of their own: writing. As many characters wait as musl believes that bytes do.
//
// As in glibc, a character that the encoding lacks is written as what stands for it, or else as a question mark; one that
// nothing can stand for (half of a pair) makes the writing of the buffer fail, and what stands behind it is lost.
#include "encoded.h"
#include <errno.h>
#include <unistd.h>

static int write_all(struct stream *stream, const unsigned char *bytes, size_t count)
{
    while (count) {
        ssize_t done = glibc_compat_transfer(stream, bytes, count, (void *)write);
        if (done < 0) {
            stream->flags |= FAILED;
            return -1;
        }
        bytes += done;
        count -= (size_t)done;
    }
    return 0;
}

int glibc_compat_encoded_flush(struct stream *stream)
{
    struct encoded *own = encoded_part(stream);
    char *from = (char *)own->characters;
    size_t left = (size_t)(stream->write_at - stream->write_start) * sizeof(wchar_t);
    stream->write_at = stream->write_start = stream->write_end = NULL;
    int error = 0, saved = errno;
    while (left && !error) {
        char *to = (char *)own->bytes;
        size_t room = BUFFER;
        if (iconv(own->writing, &from, &left, &to, &room) == (size_t)-1 && errno != E2BIG)
            error = EILSEQ;
        errno = saved;
        if (write_all(stream, own->bytes, BUFFER - room))
            return -1;
    }
    if (error)
        errno = error;
    return error ? -1 : 0;
}

static bool start_writing(struct stream *stream)
{
    if (stream->flags & NOT_WRITTEN) {
        stream->flags |= FAILED;
        errno = EBADF;
        return false;
    }
    if (glibc_compat_encoded_stop_reading(stream))
        return false;
    stream->write_at = stream->write_start = stream->write_end = stream->buffer;
    return true;
}

// A character that waits, without a look at how the stream is buffered.
static bool add(wchar_t c, struct stream *stream)
{
    struct encoded *own = encoded_part(stream);
    if (stream->write_at && (size_t)(stream->write_at - stream->write_start) == own->room && glibc_compat_encoded_flush(stream))
        return false;
    if (!stream->write_at && !start_writing(stream))
        return false;
    own->characters[stream->write_at - stream->write_start] = c;
    stream->write_end = ++stream->write_at;
    return true;
}

wint_t glibc_compat_encoded_put(wchar_t c, struct stream *stream)
{
    if (!add(c, stream))
        return WEOF;
    if ((encoded_part(stream)->unbuffered || (stream->line_end >= 0 && c == L'\n')) && glibc_compat_encoded_flush(stream))
        return WEOF;
    return (wint_t)c;
}

int glibc_compat_encoded_put_text(const wchar_t *text, struct stream *stream)
{
    bool flushes = encoded_part(stream)->unbuffered;
    for (; *text; text++) {
        if (!add(*text, stream))
            return -1;
        flushes |= stream->line_end >= 0 && *text == L'\n';
    }
    return flushes && stream->write_at && glibc_compat_encoded_flush(stream) ? -1 : 1;
}

int glibc_compat_encoded_set_buffer(struct stream *stream, int mode, size_t size)
{
    if (mode != _IOFBF && mode != _IOLBF && mode != _IONBF)
        return -1;
    if (stream->write_at != stream->write_start && glibc_compat_encoded_flush(stream))
        return -1;
    encoded_part(stream)->unbuffered = mode == _IONBF || size == 1;
    stream->line_end = mode == _IOLBF ? '\n' : -1;
    return 0;
}
