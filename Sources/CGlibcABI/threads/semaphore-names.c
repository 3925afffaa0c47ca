// <semaphore.h>: named semaphores lie in /dev/shm beside shared memory objects. glibc keeps their names apart by `sem.` in front.
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <semaphore.h>
#include <stdarg.h>
#include <string.h>
#include "next.h"

static const char prefix[] = "sem.";

static int file_name(const char *name, char text[NAME_MAX + 1])
{
    while (*name == '/')
        name++;
    size_t length = strlen(name);
    if (!length || length > NAME_MAX - (sizeof prefix - 1) || strchr(name, '/')) {
        errno = EINVAL;
        return -1;
    }
    memcpy(text, prefix, sizeof prefix - 1);
    memcpy(text + sizeof prefix - 1, name, length + 1);
    return 0;
}

/// sem_open(3). As in glibc a name that is too long is EINVAL.
sem_t *sem_open(const char *name, int flags, ...)
{
    char text[NAME_MAX + 1];
    if (file_name(name, text))
        return SEM_FAILED;
    if (!(flags & O_CREAT))
        return NEXT(sem_open)(text, flags);
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = va_arg(arguments, mode_t);
    unsigned value = va_arg(arguments, unsigned);
    va_end(arguments);
    return NEXT(sem_open)(text, flags, mode, value);
}

/// sem_unlink(3). A name that cannot be one is ENOENT here, as in glibc.
int sem_unlink(const char *name)
{
    char text[NAME_MAX + 1];
    if (file_name(name, text)) {
        errno = ENOENT;
        return -1;
    }
    return NEXT(sem_unlink)(text);
}
