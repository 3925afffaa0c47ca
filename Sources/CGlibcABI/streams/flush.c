// <stdio.h>: fflush, for streams of every kind but those with an encoding of their own, and fclose.
#include "points.h"
#include "stream.h"

int glibc_compat_flush(FILE *file)
{
    if (file)
        return glibc_compat_musl_fflush(file);
    // musl holds its list of streams while it writes them out, and nothing but the end of that gives it back: what a cancellation may interrupt is
    // standard output, which comes first and mostly is all.
    FILE *first = glibc_compat_standard_stream(1);
    int result = first ? glibc_compat_musl_fflush(first) : 0;
    struct cancellation before;
    glibc_compat_restrict_cancellation(&before, PTHREAD_CANCEL_DISABLE);
    result |= glibc_compat_musl_fflush(NULL);
    glibc_compat_restore_cancellation(&before);
    return result;
}

// As on glibc, what a cancelled fclose has not written is lost, and the end of the process does not wait for it.
static void give_up(void *of)
{
    struct stream *stream = of;
    if (glibc_compat_streams_known)
        stream->write_at = stream->write_start = stream->write_end = stream->window_end = NULL;
}

/// Source: fclose(3).
int fclose(FILE *file)
{
    return (int)glibc_compat_call_guarded((long)file, 0, 0, (void *)glibc_compat_musl_fclose, give_up, file);
}
