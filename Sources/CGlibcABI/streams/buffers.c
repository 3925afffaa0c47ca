// <stdio.h>: streams with buffers of 4096 bytes, as glibc gives them to files and pipes; musl's have 1024, and take four times the system calls.
//
// musl has room for the line of its fgetln in a stream and frees it when it closes one. No glibc program can call fgetln: the buffer
// stands there.
#include "stream.h"
#include "../include/next.h"
#include <errno.h>
#include <pthread.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <sys/ioctl.h>

int glibc_compat_streams_known;

static int looks_known(FILE *file, int fd, int line_end)
{
    struct stream *stream = (struct stream *)file;
    return stream->fd == fd && fileno(file) == fd && stream->buffer_size == __fbufsize(file) && stream->line_end == line_end &&
        (__flbf(file) != 0) == (line_end >= 0) && stream->lock == -1 && !stream->line_of_fgetln && !stream->window_end &&
        (size_t)(stream->read_end - stream->read_at) == __freadahead(file) && (size_t)(stream->write_at - stream->write_start) == __fpending(file);
}

static void use_buffer(FILE *file, unsigned char *memory)
{
    struct stream *stream = (struct stream *)file;
    if (stream->read_end || stream->write_end || stream->buffer_size != 1024)
        return;
    stream->buffer = memory + BEFORE_BUFFER;
    stream->buffer_size = BUFFER;
}

static unsigned char input[BEFORE_BUFFER + BUFFER], output[BEFORE_BUFFER + BUFFER], messages[BEFORE_BUFFER + BUFFER];

void glibc_compat_start_streams(void)
{
    FILE *in = stdin, *out = stdout, *error = stderr;
    glibc_compat_streams_known = looks_known(in, 0, 0) && looks_known(out, 1, '\n') && looks_known(error, 2, -1);
    if (glibc_compat_streams_known) {
        glibc_compat_start_transfers();
        glibc_compat_note_standard_streams();
        use_buffer(in, input);
        use_buffer(out, output);
    }
}

void glibc_compat_settle_output(struct stream *stream)
{
    static int settled;
    if (settled || (FILE *)stream != stdout)
        return;
    settled = 1;
    int saved = errno;
    struct winsize size;
    if (ioctl(stream->fd, TIOCGWINSZ, &size))
        stream->line_end = -1;
    stream->flags |= BUFFERING_SET;
    errno = saved;
}

FILE *glibc_compat_with_buffer(FILE *file)
{
    struct stream *stream = (struct stream *)file;
    if (!file || !glibc_compat_streams_known)
        return file;
    glibc_compat_use_transfers(stream);
    if (stream->line_of_fgetln || stream->buffer_size != 1024)
        return file;
    int saved = errno;
    unsigned char *memory = malloc(BEFORE_BUFFER + BUFFER);
    if (memory) {
        stream->line_of_fgetln = (char *)memory;
        use_buffer(file, memory);
    }
    errno = saved;
    return file;
}

int glibc_compat_own_buffer(struct stream *stream)
{
    FILE *file = (FILE *)stream;
    unsigned char *memory = file == stdin ? input : file == stdout ? output : file == stderr ? messages : (unsigned char *)stream->line_of_fgetln;
    if (!memory) {
        // Where the buffer of another kind of stream was is not known any more.
        int saved = errno;
        memory = malloc(BEFORE_BUFFER + BUFFER);
        errno = saved;
        if (!memory)
            return -1;
        stream->line_of_fgetln = (char *)memory;
    }
    stream->buffer = memory + BEFORE_BUFFER;
    stream->buffer_size = BUFFER;
    return 0;
}

/// On glibc a cancellation point; musl's is none, and has nothing to wait for. Source: tmpfile(3).
FILE *tmpfile(void)
{
    pthread_testcancel();
    return glibc_compat_with_buffer(NEXT(tmpfile)());
}
