// <stdio.h>: opening a file for a stream, on glibc a cancellation point unless the mode has the letter `c`; musl's fopen is none.
#include "stream.h"
#include "../include/next.h"
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

FILE *glibc_compat_open_stream(const char *path, const char *mode, int is_point)
{
    if (!is_point || !strchr("rwa", *mode)) {
        FILE *stream = NEXT(fopen)(path, mode);
        if (stream && glibc_compat_streams_known && !is_point)
            ((struct stream *)stream)->flags |= NOT_CANCELLED;
        return stream;
    }
    int flags = strchr(mode, '+') ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY;
    flags |= *mode == 'w' ? O_CREAT | O_TRUNC : *mode == 'a' ? O_CREAT | O_APPEND : 0;
    flags |= (strchr(mode, 'x') ? O_EXCL : 0) | (strchr(mode, 'e') ? O_CLOEXEC : 0);
    int fd = open(path, flags, 0666);
    if (fd < 0)
        return NULL;
    FILE *stream = NEXT(fdopen)(fd, mode);
    if (!stream) {
        int saved = errno;
        syscall(SYS_close, fd);
        errno = saved;
    }
    return stream;
}
