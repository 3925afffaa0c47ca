// <stdio.h>: how bytes come from a stream's file and go to it. On glibc both ways are cancellation points and musl's are not, so these stand in the
// streams in place of musl's.
//
// A thread that is cancelled here leaves the stream to the others: what musl has locked around the call is unlocked on the way out, what was to be
// written and is not stays in the buffer. Where musl's functions call in a thread that no cancellation point's frame (threads/cancel-points.S)
// surrounds, while it holds a lock of its own for example, nothing is cancelled.
#include "stream.h"
#include "../include/next.h"
#include "../include/thread-state.h"
#include "brief.h"
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

// One that the program or we hold by flockfile is counted, and theirs or ours to unlock.
void glibc_compat_unlock_for_musl(void *of)
{
    struct stream *stream = of;
    if (stream->lock > 0 && !stream->lock_count)
        unlock_briefly(stream);
}

static ssize_t move(struct stream *stream, long what, long count, void *function, long number)
{
    if (stream->flags & NOT_CANCELLED || !glibc_compat_may_be_cancelled())
        return syscall(number, stream->fd, what, count);
    return glibc_compat_call_guarded(stream->fd, what, count, function, glibc_compat_unlock_for_musl, stream);
}

static ssize_t get(struct stream *stream, struct iovec parts[2])
{
    if (parts[0].iov_len)
        return move(stream, (long)parts, 2, (void *)NEXT(readv), SYS_readv);
    return move(stream, (long)parts[1].iov_base, (long)parts[1].iov_len, (void *)NEXT(read), SYS_read);
}

static ssize_t put(struct stream *stream, struct iovec parts[2])
{
    if (parts[0].iov_len && parts[1].iov_len)
        return move(stream, (long)parts, 2, (void *)NEXT(writev), SYS_writev);
    const struct iovec *only = parts[0].iov_len ? parts : parts + 1;
    return move(stream, (long)only->iov_base, (long)only->iov_len, (void *)NEXT(write), SYS_write);
}

ssize_t glibc_compat_transfer(struct stream *stream, const void *bytes, size_t count, void *function)
{
    return glibc_compat_call_guarded(stream->fd, (long)bytes, (long)count, function, glibc_compat_unlock_for_musl, stream);
}

/// How many of the `wanted` bytes came; the buffer, which is empty, may have more then. The last of those wanted always comes through the buffer,
/// where there is one: a byte can be put back.
size_t glibc_compat_read_stream(FILE *file, unsigned char *to, size_t wanted)
{
    struct stream *stream = (struct stream *)file;
    size_t direct = stream->buffer_size ? wanted - 1 : wanted;
    struct iovec parts[2] = {{to, direct}, {stream->buffer, stream->buffer_size}};
    ssize_t came = get(stream, parts);
    if (came <= 0) {
        stream->flags |= came ? FAILED : AT_END;
        return 0;
    }
    if ((size_t)came <= direct)
        return (size_t)came;
    stream->read_at = stream->buffer;
    stream->read_end = stream->buffer + ((size_t)came - direct);
    to[direct] = *stream->read_at++;
    return wanted;
}

/// Writes what the buffer holds and then these bytes: how many of these. After an error the buffer is given up, as musl's functions expect it.
size_t glibc_compat_write_stream(FILE *file, const unsigned char *bytes, size_t count)
{
    struct stream *stream = (struct stream *)file;
    stream->window_end = NULL;
    const unsigned char *rest = bytes, *end = bytes + count;
    while (stream->write_start != stream->write_at || rest != end) {
        struct iovec parts[2] = {{stream->write_start, (size_t)(stream->write_at - stream->write_start)}, {(void *)rest, (size_t)(end - rest)}};
        ssize_t went = put(stream, parts);
        if (went < 0) {
            stream->write_at = stream->write_start = stream->write_end = NULL;
            stream->flags |= FAILED;
            return (size_t)(rest - bytes);
        }
        size_t buffered = (size_t)went < parts[0].iov_len ? (size_t)went : parts[0].iov_len;
        stream->write_start += buffered;
        rest += (size_t)went - buffered;
    }
    stream->write_at = stream->write_start = stream->buffer;
    stream->write_end = stream->buffer + stream->buffer_size;
    return count;
}

static size_t write_first(FILE *file, const unsigned char *bytes, size_t count)
{
    struct stream *stream = (struct stream *)file;
    struct winsize size;
    stream->write = glibc_compat_write_stream;
    if (!(stream->flags & BUFFERING_SET) && syscall(SYS_ioctl, stream->fd, TIOCGWINSZ, &size))
        stream->line_end = -1;
    return glibc_compat_write_stream(file, bytes, count);
}

static size_t (*musl_read)(FILE *, unsigned char *, size_t), (*musl_write)(FILE *, const unsigned char *, size_t),
    (*musl_write_first)(FILE *, const unsigned char *, size_t);

void glibc_compat_start_transfers(void)
{
    musl_read = ((struct stream *)stdin)->read;
    musl_write = ((struct stream *)stderr)->write;
    musl_write_first = ((struct stream *)stdout)->write;
    glibc_compat_use_transfers((struct stream *)stdin);
    glibc_compat_use_transfers((struct stream *)stdout);
    glibc_compat_use_transfers((struct stream *)stderr);
}

void glibc_compat_use_transfers(struct stream *stream)
{
    if (stream->read == musl_read)
        stream->read = glibc_compat_read_stream;
    if (stream->write == musl_write)
        stream->write = glibc_compat_write_stream;
    else if (stream->write == musl_write_first)
        stream->write = write_first;
}
