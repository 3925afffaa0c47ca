// <stdio.h>: single bytes and blocks, where they are in the buffer or fit it.
#include "brief.h"
#include "points.h"
#include "stream.h"
#include "../include/alias.h"
#include <string.h>

static __attribute__((noinline)) int musl_gets(FILE *file, int unlocked)
{
    struct stream *stream = unlocked ? NULL : lock_briefly(file);
    if (stream) {
        int ready = stream->read_at != stream->read_end ? *stream->read_at++ : EOF;
        unlock_briefly(stream);
        if (ready != EOF)
            return ready;
    }
    int c = unlocked ? glibc_compat_musl_getc_unlocked(file) : glibc_compat_musl_fgetc(file);
    if (c == EOF)
        refused(file, NOT_READ);
    return c;
}

/// Source: fgetc(3).
int fgetc(FILE *file)
{
    struct stream *stream = quick(file);
    if (stream && stream->read_at != stream->read_end)
        return *stream->read_at++;
    return musl_gets(file, 0);
}
ALIAS(fgetc, getc);
ALIAS(fgetc, _IO_getc);

/// As the name says, but what musl has to do it does with its lock.
int getc_unlocked(FILE *file)
{
    struct stream *stream = (struct stream *)file;
    if (glibc_compat_streams_known && stream->read_at != stream->read_end)
        return *stream->read_at++;
    return musl_gets(file, 1);
}
ALIAS(getc_unlocked, fgetc_unlocked);

/// What became of a byte that was to go into the buffer.
enum put { LEFT_TO_MUSL, PUT, NOT_PUT };

// As glibc, a full buffer is written out by itself, and not together with the byte that comes, which is lost where that fails.
static __attribute__((noinline, cold)) enum put write_out(struct stream *stream)
{
    if (!stream->write_end || stream->write_end == stream->write_start)
        return LEFT_TO_MUSL;
    glibc_compat_call_guarded((long)stream, 0, 0, (void *)stream->write, NULL, NULL);
    if (!stream->write_end)
        return NOT_PUT;
    // What stands in the stream now is a buffer without room where setvbuf has taken it meanwhile.
    return stream->write_at < stream->write_end ? PUT : LEFT_TO_MUSL;
}

static inline enum put put_in_buffer(struct stream *stream, int c)
{
    settle(stream);
    if ((unsigned char)c == stream->line_end)
        return LEFT_TO_MUSL;
    if (stream->write_at == stream->write_end) {
        enum put room = write_out(stream);
        if (room != PUT)
            return room;
    }
    *stream->write_at++ = (unsigned char)c;
    return PUT;
}

static __attribute__((noinline)) int musl_puts(int c, FILE *file, int unlocked)
{
    struct stream *stream = unlocked ? NULL : lock_briefly(file);
    if (stream) {
        int fits = stream->write_at != stream->write_end && (unsigned char)c != stream->line_end;
        if (fits)
            *stream->write_at++ = (unsigned char)c;
        unlock_briefly(stream);
        if (fits)
            return (unsigned char)c;
    }
    int result = unlocked ? glibc_compat_musl_putc_unlocked(c, file) : glibc_compat_musl_fputc(c, file);
    if (result == EOF)
        refused(file, NOT_WRITTEN);
    return result;
}

static __attribute__((noinline)) int put_and_open_window(int c, struct stream *stream, int unlocked)
{
    enum put put = put_in_buffer(stream, c);
    if (put == NOT_PUT || (put == LEFT_TO_MUSL && musl_puts(c, (FILE *)stream, unlocked) == EOF))
        return EOF;
    glibc_compat_open_window(stream);
    return (unsigned char)c;
}

/// Source: fputc(3).
int fputc(int c, FILE *file)
{
    struct stream *stream = quick(file);
    if (!stream)
        return musl_puts(c, file, 0);
    // A library that was built for musl may have emptied the stream past us.
    if (stream->write_at && stream->write_at < stream->window_end)
        return *stream->write_at++ = (unsigned char)c;
    return put_and_open_window(c, stream, 0);
}
ALIAS(fputc, putc);
ALIAS(fputc, _IO_putc);

int putc_unlocked(int c, FILE *file)
{
    return glibc_compat_streams_known ? put_and_open_window(c, (struct stream *)file, 1) : musl_puts(c, file, 1);
}
ALIAS(putc_unlocked, fputc_unlocked);

/// What glibc's inlined putc_unlocked calls where no window is open.
int __overflow(FILE *file, int c) { return putc_unlocked(c, file); }

static size_t take(struct stream *stream, unsigned char *to, size_t most)
{
    size_t count = (size_t)(stream->read_end - stream->read_at);
    if (count > most)
        count = most;
    memcpy(to, stream->read_at, count);
    stream->read_at += count;
    return count;
}

/// What the buffer has and what is missing, which is less than a whole buffer. As glibc, the buffer is filled by itself, where musl reads what
/// is asked for and a buffer in one call, at places that are no multiples of a page.
static size_t read_through_buffer(struct stream *stream, unsigned char *to, size_t bytes)
{
    carries_bytes(stream);
    size_t done = take(stream, to, bytes);
    while (done < bytes) {
        // The first byte comes with what fills the buffer.
        int c = glibc_compat_musl_getc_unlocked((FILE *)stream);
        if (c == EOF)
            break;
        to[done++] = (unsigned char)c;
        done += take(stream, to + done, bytes - done);
    }
    return done;
}

// Whether the buffer had all of it.
static int take_locked(FILE *file, unsigned char *to, size_t bytes)
{
    struct stream *stream = lock_briefly(file);
    if (!stream)
        return 0;
    int all = bytes <= (size_t)(stream->read_end - stream->read_at);
    if (all) {
        carries_bytes(stream);
        take(stream, to, bytes);
    }
    unlock_briefly(stream);
    return all;
}

/// Source: fread(3).
size_t fread(void *restrict to, size_t size, size_t count, FILE *restrict file)
{
    struct stream *stream = quick(file);
    size_t bytes, result;
    if (stream && size && !__builtin_mul_overflow(size, count, &bytes)) {
        size_t ready = (size_t)(stream->read_end - stream->read_at);
        if (bytes <= ready) {
            carries_bytes(stream);
            take(stream, to, bytes);
            return count;
        }
        result = bytes - ready < stream->buffer_size ? read_through_buffer(stream, to, bytes) / size : glibc_compat_musl_fread(to, size, count, file);
    } else {
        if (size && !__builtin_mul_overflow(size, count, &bytes) && take_locked(file, to, bytes))
            return count;
        result = glibc_compat_musl_fread(to, size, count, file);
    }
    if (result < count && size)
        refused(file, NOT_READ);
    return result;
}
ALIAS(fread, fread_unlocked);

/// Whether the bytes went into the buffer.
static inline int write_to_buffer(struct stream *stream, const void *from, size_t bytes)
{
    settle(stream);
    // Without a buffer in use for writing, both ends are NULL.
    if (stream->line_end >= 0 || bytes > (size_t)(stream->write_end - stream->write_at) || bytes == 0)
        return 0;
    carries_bytes(stream);
    memcpy(stream->write_at, from, bytes);
    stream->write_at += bytes;
    return 1;
}

static __attribute__((noinline)) int write_locked_to_buffer(FILE *file, const void *from, size_t bytes)
{
    struct stream *stream = lock_briefly(file);
    int all = stream && write_to_buffer(stream, from, bytes);
    if (stream)
        unlock_briefly(stream);
    return all;
}

/// Source: fwrite(3).
size_t fwrite(const void *restrict from, size_t size, size_t count, FILE *restrict file)
{
    struct stream *stream = quick(file);
    size_t bytes;
    if (!__builtin_mul_overflow(size, count, &bytes) && (stream ? write_to_buffer(stream, from, bytes) : write_locked_to_buffer(file, from, bytes)))
        return count;
    size_t result = glibc_compat_musl_fwrite(from, size, count, file);
    if (result < count && size)
        refused(file, NOT_WRITTEN);
    return result;
}
ALIAS(fwrite, fwrite_unlocked);

/// As glibc, 1 and not just any number that is no error. Source: fputs(3).
int fputs(const char *restrict text, FILE *restrict file)
{
    size_t length = strlen(text);
    struct stream *stream = quick(file);
    if (stream && write_to_buffer(stream, text, length))
        return 1;
    return fwrite(text, 1, length, file) == length ? 1 : EOF;
}
ALIAS(fputs, fputs_unlocked);
