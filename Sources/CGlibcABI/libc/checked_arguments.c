// <stdlib.h>: arguments that glibc answers with an error and musl takes as they are.
#include "next.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/// EINVAL for NULL. Source: unsetenv(3).
int unsetenv(const char *name)
{
    if (!name) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(unsetenv)(name);
}

/// POSIX lets a path begin with two slashes; glibc makes one of them. Source: realpath(3).
char *realpath(const char *restrict path, char *restrict buffer)
{
    char *result = NEXT(realpath)(path, buffer);
    if (result && result[0] == '/' && result[1] == '/')
        memmove(result, result + 1, strlen(result));
    return result;
}

/// The access rights are the kernel's matter; what is left is whether `fd` is such a terminal. Source: grantpt(3).
int grantpt(int fd)
{
    unsigned number;
    if (ioctl(fd, TIOCGPTN, &number) == 0)
        return 0;
    if (errno == ENOTTY)
        errno = EINVAL;
    return -1;
}

/// EINVAL for what is no pseudo terminal. Source: unlockpt(3).
int unlockpt(int fd)
{
    int result = NEXT(unlockpt)(fd);
    if (result < 0 && errno == ENOTTY)
        errno = EINVAL;
    return result;
}

/// The error is the result and errno; nothing is written where the name does not fit. Source: ptsname_r(3).
int ptsname_r(int fd, char *name, size_t size)
{
    unsigned number;
    char text[32];
    if (ioctl(fd, TIOCGPTN, &number))
        return errno;
    if ((size_t)snprintf(text, sizeof text, "/dev/pts/%u", number) >= size)
        return errno = ERANGE;
    strcpy(name, text);
    return 0;
}
