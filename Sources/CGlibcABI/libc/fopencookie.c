// <stdio.h>: fopencookie. musl's writes no bytes at all where its buffer is empty, for example before it closes; the program is not asked to.
// Source: fopencookie(3).
#include "next.h"
#include "../streams/stream.h"
#include "thread-state.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

struct wrapped {
    struct stream *stream;
    void *cookie;
    cookie_io_functions_t functions;
};

static void unlock(void *stream)
{
    if (stream && glibc_compat_streams_known)
        glibc_compat_unlock_for_musl(stream);
}

static ssize_t read_some(void *of, char *to, size_t size)
{
    struct wrapped *w = of;
    // The program's function may be cancelled, with the stream locked around it.
    return glibc_compat_call_guarded((long)w->cookie, (long)to, (long)size, (void *)w->functions.read, unlock, w->stream);
}

static ssize_t write_some(void *of, const char *from, size_t size)
{
    struct wrapped *w = of;
    if (!size)
        return 0;
    ssize_t written = glibc_compat_call_guarded((long)w->cookie, (long)from, (long)size, (void *)w->functions.write, unlock, w->stream);
    // Less than all is a failure, which musl does not see while some is written.
    if (written >= 0 && (size_t)written < size && glibc_compat_streams_known) {
        w->stream->write_at = w->stream->write_start = w->stream->write_end = NULL;
        w->stream->flags |= FAILED;
    }
    return written;
}

static int seek_to(void *of, off_t *position, int whence)
{
    struct wrapped *w = of;
    return w->functions.seek(w->cookie, position, whence);
}

static int close_it(void *of)
{
    struct wrapped w = *(struct wrapped *)of;
    free(of);
    return w.functions.close ? w.functions.close(w.cookie) : 0;
}

FILE *fopencookie(void *cookie, const char *mode, cookie_io_functions_t functions)
{
    if (!*mode) {
        errno = EINVAL;
        return NULL;
    }
    struct wrapped *w = malloc(sizeof *w);
    if (!w)
        return NULL;
    *w = (struct wrapped){NULL, cookie, functions};
    cookie_io_functions_t ours = {functions.read ? read_some : NULL, functions.write ? write_some : NULL, functions.seek ? seek_to : NULL, close_it};
    FILE *stream = NEXT(fopencookie)(w, mode, ours);
    if (stream)
        w->stream = (struct stream *)stream;
    else
        free(w);
    return stream;
}
