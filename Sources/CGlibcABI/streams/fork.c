// <unistd.h>: in the child of a fork no stream is locked by a thread that is not there, as on glibc; musl leaves it locked for ever.
//
// musl's list of streams is found from one that stands somewhere in it, opened at the first fork of a process with several threads. The child has
// one thread, and musl's fork holds the list meanwhile, so that it is whole there.
#include "brief.h"
#include "stream.h"
#include "../include/next.h"
#include "../include/thread-state.h"
#include <errno.h>
#include <stdatomic.h>

static FILE *_Atomic anchor;

void glibc_compat_streams_before_fork(void)
{
    if (!glibc_compat_streams_known || __libc_single_threaded || anchor)
        return;
    int saved = errno;
    FILE *none = NULL, *opened = NEXT(fopencookie)(NULL, "w", (cookie_io_functions_t){0});
    if (opened && !atomic_compare_exchange_strong(&anchor, &none, opened))
        NEXT(fclose)(opened);
    errno = saved;
}

// As on glibc, also what the thread itself holds by flockfile. That stands in musl's list of what the thread holds, and has to leave it. A function
// of musl's in which a handler forks gives the lock back by itself.
static void unlock(FILE *file, int before, int now)
{
    struct stream *stream = (struct stream *)file;
    if (stream->lock <= 0)
        return;
    if ((stream->lock & ~LOCK_WAITERS) == before) {
        stream->lock = now;
        if (stream->lock_count) {
            stream->lock_count = 1;
            funlockfile(file);
        }
        return;
    }
    stream->lock_count = 0;
    stream->lock = 0;
}

void glibc_compat_streams_forked(int before)
{
    if (!glibc_compat_streams_known)
        return;
    int now = glibc_compat_thread_number();
    for (int i = 0; i < 3; i++)
        unlock(glibc_compat_standard_stream(i), before, now);
    FILE *middle = anchor;
    for (FILE *file = middle; file; file = ((struct stream *)file)->next)
        unlock(file, before, now);
    for (FILE *file = middle; file; file = ((struct stream *)file)->previous)
        unlock(file, before, now);
}
