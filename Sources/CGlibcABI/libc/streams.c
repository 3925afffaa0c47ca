// <stdio.h>: what glibc checks and musl does not, when a stream is opened or changes its file.
#include "next.h"
#include "../streams/encoded.h"
#include "../streams/mode.h"
#include "../streams/points.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A stream that only appends stands at the end from the start; EINVAL for an encoding that there is not. Source: fopen(3), glibc's ftell on
/// such a stream.
FILE *fopen(const char *restrict path, const char *restrict mode)
{
    struct mode known = read_mode(mode);
    if (!*mode) {
        errno = EINVAL;
        return NULL;
    }
    FILE *stream = glibc_compat_with_buffer(glibc_compat_open_stream(path, known.plain, !known.is_no_point));
    // glibc looks at it last.
    if (stream && known.has_encoding) {
        int wrong = glibc_compat_streams_known ? glibc_compat_encode_stream((struct stream *)stream, known.encoding) : !is_encoding(known.encoding);
        if (wrong) {
            fclose(stream);
            errno = EINVAL;
            return NULL;
        }
    }
    if (stream && *mode == 'a' && !strchr(known.plain, '+')) {
        int saved = errno;
        fseek(stream, 0, SEEK_END);
        errno = saved;
    }
    return stream;
}

/// EBADF for no descriptor, EINVAL where it was not opened for what the mode asks for. Source: fdopen(3).
FILE *fdopen(int fd, const char *mode)
{
    int flags = fcntl(fd, F_GETFL);
    if (flags < 0)
        return NULL;
    struct mode known = read_mode(mode);
    int reads = *mode == 'r' || strchr(known.plain, '+'), writes = *mode != 'r' || strchr(known.plain, '+');
    if (!*mode || (reads && (flags & O_ACCMODE) == O_WRONLY) || (writes && (flags & O_ACCMODE) == O_RDONLY)) {
        errno = EINVAL;
        return NULL;
    }
    return glibc_compat_with_buffer(NEXT(fdopen)(fd, known.plain));
}

// As on glibc nothing is left of what the stream carried, of the program's buffer and of the way of buffering; musl keeps the last two, and
// 1.2.3 the first.
static void begin_anew(struct stream *stream)
{
    stream->orientation = 0;
    stream->window_end = NULL;
    glibc_compat_own_buffer(stream);
    int saved = errno;
    stream->line_end = !(stream->flags & NOT_WRITTEN) && isatty(stream->fd) ? '\n' : -1;
    stream->flags |= BUFFERING_SET;
    errno = saved;
}

static FILE *reopen(const char *path, const char *mode, FILE *stream)
{
    struct mode known = read_mode(mode);
    if (glibc_compat_streams_known && is_encoded((struct stream *)stream))
        glibc_compat_decode_stream((struct stream *)stream);
    FILE *result = glibc_compat_musl_freopen(path, known.plain, stream);
    if (result && glibc_compat_streams_known) {
        begin_anew((struct stream *)result);
        glibc_compat_use_transfers((struct stream *)result);
    }
    if (result && known.has_encoding && !is_encoding(known.encoding)) {
        fclose(result);
        errno = EINVAL;
        return NULL;
    }
    if (result && !path && *mode != 'a') {
        int saved = errno;
        fseek(result, 0, SEEK_SET);
        errno = saved;
    }
    return result;
}

/// Without a path glibc opens the file anew, so reading begins at its start. An encoding must be one, but the stream has the locale's.
/// Other threads find the stream as it was or as it will be. Source: freopen(3).
FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict stream)
{
    if (!glibc_compat_streams_known || quick(stream))
        return reopen(path, mode, stream);
    flockfile(stream);
    // What cannot be opened is closed: there is no stream any more, unless it is a standard one.
    int stays = ((struct stream *)stream)->flags & PERMANENT;
    FILE *result = (FILE *)glibc_compat_call_guarded((long)path, (long)mode, (long)stream, (void *)reopen, unlock_stream, stream);
    if (result || stays)
        funlockfile(stream);
    return result;
}

/// Only "r" or "w", and "e" beside it. Source: popen(3).
FILE *popen(const char *command, const char *mode)
{
    int kinds = 0;
    for (const char *at = mode; *at; at++) {
        if (*at == 'r' || *at == 'w')
            kinds++;
        else if (*at != 'e')
            kinds = 2;
    }
    if (kinds != 1) {
        errno = EINVAL;
        return NULL;
    }
    const char *plain = strchr(mode, 'r') ? strchr(mode, 'e') ? "re" : "r" : strchr(mode, 'e') ? "we" : "w";
    return glibc_compat_with_buffer(NEXT(popen)(command, plain));
}

/// A name in TMPDIR, in `folder` or in /tmp, whichever is the first folder there is. Source: tempnam(3).
char *tempnam(const char *folder, const char *prefix)
{
    const char *choices[] = {secure_getenv("TMPDIR"), folder, P_tmpdir};
    size_t length = prefix ? strnlen(prefix, 5) : 4;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        if (!choices[i] || access(choices[i], W_OK | X_OK))
            continue;
        size_t end = strlen(choices[i]);
        while (end > 1 && choices[i][end - 1] == '/')
            end--;
        char *name;
        if (asprintf(&name, "%.*s/%.*sXXXXXX", (int)end, choices[i], (int)length, prefix ? prefix : "file") < 0)
            return NULL;
        if (*mktemp(name))
            return name;
        free(name);
        return NULL;
    }
    errno = ENOENT;
    return NULL;
}

/// Whether a stream locks itself or its caller sees to that. A stream that a thread holds by flockfile makes others wait in both cases.
/// Source: __fsetlocking(3).
int __fsetlocking(FILE *file, int type)
{
    struct stream *stream = (struct stream *)file;
    if (!glibc_compat_streams_known)
        return FSETLOCKING_INTERNAL;
    int before = stream->flags & UNLOCKED ? FSETLOCKING_BYCALLER : FSETLOCKING_INTERNAL;
    if (type == FSETLOCKING_BYCALLER) {
        stream->flags |= UNLOCKED;
    } else if (type != FSETLOCKING_QUERY && before == FSETLOCKING_BYCALLER) {
        stream->flags &= ~(unsigned)UNLOCKED;
        stream->lock = 0;
    }
    return before;
}
