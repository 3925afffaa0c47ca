// <stdio.h>: what glibc checks and musl does not, when a stream is opened or changes its file.
#include "next.h"
#include "../streams/stream.h"
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Whether the mode asks for no encoding, or for one that there is. What follows the name is not the name's.
static int has_encoding(const char *mode)
{
    const char *name = strstr(mode, ",ccs=");
    if (!name)
        return 1;
    name += strlen(",ccs=");
    char copy[64];
    size_t length = strcspn(name, ",");
    if (length == 0 || length >= sizeof copy || memchr(name, '/', length))
        return 0;
    memcpy(copy, name, length);
    copy[length] = 0;
    iconv_t conversion = iconv_open("UTF-8", copy);
    if (conversion == (iconv_t)-1)
        return 0;
    iconv_close(conversion);
    return 1;
}

/// A stream that only appends stands at the end from the start; EINVAL for an encoding that there is not. Source: fopen(3), glibc's ftell on
/// such a stream.
FILE *fopen(const char *restrict path, const char *restrict mode)
{
    if (!*mode) {
        errno = EINVAL;
        return NULL;
    }
    FILE *stream = glibc_compat_with_buffer(NEXT(fopen)(path, mode));
    // glibc looks at it last.
    if (stream && !has_encoding(mode)) {
        fclose(stream);
        errno = EINVAL;
        return NULL;
    }
    if (stream && *mode == 'a' && !strchr(mode, '+')) {
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
    int reads = *mode == 'r' || strchr(mode, '+'), writes = *mode != 'r' || strchr(mode, '+');
    if (!*mode || (reads && (flags & O_ACCMODE) == O_WRONLY) || (writes && (flags & O_ACCMODE) == O_RDONLY)) {
        errno = EINVAL;
        return NULL;
    }
    return glibc_compat_with_buffer(NEXT(fdopen)(fd, mode));
}

/// Without a path glibc opens the file anew, so reading begins at its start. Source: freopen(3).
FILE *freopen(const char *restrict path, const char *restrict mode, FILE *restrict stream)
{
    FILE *result = NEXT(freopen)(path, mode, stream);
    if (result && !path && *mode != 'a') {
        int saved = errno;
        fseek(result, 0, SEEK_SET);
        errno = saved;
    }
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
