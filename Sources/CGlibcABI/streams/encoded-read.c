// Streams in an encoding of their own: reading, and the place in the file.
#include "encoded.h"
#include <errno.h>
#include <string.h>
#include <unistd.h>

// Converts what there is of bytes, behind the characters that were all read. What iconv says: 0 or an errno value.
static int convert(struct encoded *own)
{
    memmove(own->bytes, own->bytes + own->converted, own->filled - own->converted);
    own->filled -= own->converted;
    own->converted = 0;
    glibc_compat_copy_conversion(own->base, own->reading);
    char *from = (char *)own->bytes, *to = (char *)(own->characters + BEFORE_CHARACTERS);
    size_t left = own->filled, room = BUFFER * sizeof(wchar_t);
    int saved = errno, result = 0;
    if (iconv(own->reading, &from, &left, &to, &room) == (size_t)-1)
        result = errno;
    errno = saved;
    own->converted = own->filled - left;
    own->at = BEFORE_CHARACTERS;
    own->end = (size_t)((wchar_t *)to - own->characters);
    return result;
}

// Characters that the encoding holds back for what may follow them, which nothing does. None in most encodings.
static bool release(struct encoded *own)
{
    char *to = (char *)(own->characters + BEFORE_CHARACTERS);
    size_t room = BUFFER * sizeof(wchar_t);
    int saved = errno;
    glibc_compat_copy_conversion(own->base, own->reading);
    glibc_compat_copy_conversion(own->probe, own->reading);
    iconv(own->probe, NULL, NULL, &to, &room);
    errno = saved;
    own->at = BEFORE_CHARACTERS;
    own->end = (size_t)((wchar_t *)to - own->characters);
    if (own->at == own->end)
        return false;
    glibc_compat_rewind_conversion(own->reading);
    return true;
}

static bool start_reading(struct stream *stream)
{
    if (stream->write_at != stream->write_start && glibc_compat_encoded_flush(stream))
        return false;
    stream->write_at = stream->write_start = stream->write_end = NULL;
    if (stream->flags & NOT_READ) {
        stream->flags |= FAILED;
        errno = EBADF;
        return false;
    }
    // fseek and fflush leave it so: what was put back is gone.
    if (!stream->read_at && glibc_compat_encoded_stop_reading(stream))
        return false;
    stream->read_at = stream->read_end = stream->buffer;
    return true;
}

wint_t glibc_compat_encoded_get(struct stream *stream)
{
    struct encoded *own = encoded_part(stream);
    if (!stream->read_at && !start_reading(stream))
        return WEOF;
    while (own->at == own->end) {
        int result = own->converted < own->filled ? convert(own) : 0;
        if (own->at != own->end)
            break;
        if (stream->flags & AT_END)
            return WEOF;
        // All of the buffer for one character is as wrong as bytes that are none.
        if (result == EILSEQ || own->filled - own->converted == BUFFER) {
            stream->flags |= FAILED;
            errno = EILSEQ;
            return WEOF;
        }
        if (own->converted == own->filled)
            own->converted = own->filled = 0;
        ssize_t count = glibc_compat_transfer(stream, own->bytes + own->filled, BUFFER - own->filled, (void *)read);
        if (count <= 0) {
            stream->flags |= count ? FAILED : AT_END;
            if (count || !release(own))
                return WEOF;
            break;
        }
        own->filled += (size_t)count;
    }
    return (wint_t)own->characters[own->at++];
}

wint_t glibc_compat_encoded_unget(wint_t c, struct stream *stream)
{
    struct encoded *own = encoded_part(stream);
    if (c == WEOF || (!stream->read_at && !start_reading(stream)))
        return WEOF;
    // Before the first character has been read there are none, and no place is set.
    if (own->at == 0 && own->end == 0)
        own->at = own->end = BEFORE_CHARACTERS;
    if (own->at == 0)
        return WEOF;
    own->characters[--own->at] = (wchar_t)c;
    stream->flags &= ~(unsigned)AT_END;
    return c;
}

// How many bytes the characters that were read took.
static size_t used(struct encoded *own)
{
    if (own->at == own->end)
        return own->converted;
    if (own->at <= BEFORE_CHARACTERS)
        return 0;
    wchar_t out[256];
    char *from = (char *)own->bytes;
    size_t left = own->filled;
    int saved = errno;
    glibc_compat_copy_conversion(own->probe, own->base);
    for (size_t wanted = own->at - BEFORE_CHARACTERS; wanted > 0;) {
        size_t now = wanted < 256 ? wanted : 256, room = now * sizeof *out;
        char *to = (char *)out;
        iconv(own->probe, &from, &left, &to, &room);
        size_t done = now - room / sizeof *out;
        if (done == 0)
            break;
        wanted -= done;
    }
    errno = saved;
    return own->filled - left;
}

long glibc_compat_encoded_position(struct stream *stream)
{
    struct encoded *own = encoded_part(stream);
    long place = lseek(stream->fd, 0, SEEK_CUR);
    return place < 0 ? -1 : place - (long)(own->filled - used(own));
}

int glibc_compat_encoded_stop_reading(struct stream *stream)
{
    struct encoded *own = encoded_part(stream);
    size_t count = used(own);
    if (count != own->filled && lseek(stream->fd, (long)count - (long)own->filled, SEEK_CUR) < 0 && errno != ESPIPE)
        return -1;
    if (own->at != own->end && own->at > BEFORE_CHARACTERS)
        glibc_compat_copy_conversion(own->reading, own->probe);
    else if (own->at != own->end)
        glibc_compat_copy_conversion(own->reading, own->base);
    own->at = own->end = own->converted = own->filled = 0;
    stream->read_at = stream->read_end = NULL;
    return 0;
}
