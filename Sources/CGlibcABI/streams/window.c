// <stdio.h>: the part of a stream's buffer into which programs write by themselves.
//
// putc_unlocked is inlined by glibc's header: where _IO_write_ptr is below _IO_write_end the byte is stored, without a call. The first is
// musl's place for the next byte; the second is a member that musl leaves 0 and never looks at. While bytes wait to be written out it may
// hold the end of the buffer: musl empties a buffer that holds bytes through the stream's `write` alone, or throws them away in __fpurge, and
// both end the window before they move anything.
#include "encoded.h"
#include "points.h"
#include "../include/next.h"
#include <errno.h>
#include <stdio_ext.h>

void glibc_compat_open_window(struct stream *stream)
{
    // A line's end is more than a byte to store; bytes that wait are what makes musl call `write`.
    if (stream->line_end >= 0 || stream->buffer_size == 0 || stream->write_at == stream->write_start)
        return;
    // Streams of other kinds than files have a `write` of their own.
    if (stream->write == glibc_compat_write_stream)
        stream->window_end = stream->write_end;
}

static void close_window(FILE *file)
{
    if (glibc_compat_streams_known)
        ((struct stream *)file)->window_end = NULL;
}

/// As glibc, what waits in a buffer that is left goes out, and what was read ahead goes back to the file, or is lost where there is no way back.
/// 0, or -1: the buffer stays.
static int empty_buffer(struct stream *stream)
{
    if (stream->read_at != stream->read_end && stream->seek((FILE *)stream, stream->read_at - stream->read_end, SEEK_CUR) < 0 && errno != ESPIPE)
        return -1;
    stream->read_at = stream->read_end = NULL;
    return fflush((FILE *)stream);
}

static int set_buffer(struct stream *stream, char *buffer, int mode, size_t size)
{
    if (is_encoded(stream))
        return glibc_compat_encoded_set_buffer(stream, mode, size);
    stream->window_end = NULL;
    if (mode != _IOFBF && mode != _IOLBF && mode != _IONBF)
        return -1;
    if (buffer || mode == _IONBF) {
        if (empty_buffer(stream))
            return -1;
        // A buffer without room is none. Where musl takes no other, the one that stands there may be the program's, which may free it.
        if (size == 0)
            mode = _IONBF;
        if ((mode == _IONBF || size < BEFORE_BUFFER) && glibc_compat_own_buffer(stream))
            return -1;
    }
    return NEXT(setvbuf)((FILE *)stream, buffer, mode, size);
}

struct setting {
    struct stream *stream;
    char *buffer;
    int mode;
    size_t size;
};

static int set_buffer_as(const struct setting *to) { return set_buffer(to->stream, to->buffer, to->mode, to->size); }

/// Source: setvbuf(3).
int setvbuf(FILE *restrict file, char *restrict buffer, int mode, size_t size)
{
    if (!glibc_compat_streams_known)
        return NEXT(setvbuf)(file, buffer, mode, size);
    struct stream *stream = (struct stream *)file;
    if (quick(file))
        return set_buffer(stream, buffer, mode, size);
    return (int)call_locked(file, (void *)set_buffer_as, (long)&(struct setting){stream, buffer, mode, size}, 0, 0);
}

/// Source: setbuffer(3).
void setbuffer(FILE *file, char *buffer, size_t size) { setvbuf(file, buffer, buffer ? _IOFBF : _IONBF, size); }

/// Of musl's size and not glibc's, which is larger: libraries that were built for musl come here too. Source: setbuf(3).
void setbuf(FILE *restrict file, char *restrict buffer) { setbuffer(file, buffer, BUFSIZ); }

/// Source: setlinebuf(3).
void setlinebuf(FILE *file) { setvbuf(file, NULL, _IOLBF, 0); }

/// Source: __fpurge(3).
int __fpurge(FILE *file)
{
    close_window(file);
    return NEXT(__fpurge)(file);
}
