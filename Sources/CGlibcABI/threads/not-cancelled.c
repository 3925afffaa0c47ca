// Functions in which musl acts on a cancellation and glibc does not: a program need not be prepared for it there.
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include "next.h"
#include "thread-state.h"

int glibc_compat_open_folder(int at, const char *path, int flags)
{
    int state;
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, &state);
    int fd = NEXT(openat)(at, path, flags);
    NEXT(pthread_setcancelstate)(state, NULL);
    return fd;
}

/// opendir(3).
DIR *opendir(const char *name)
{
    int state;
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, &state);
    DIR *directory = NEXT(opendir)(name);
    NEXT(pthread_setcancelstate)(state, NULL);
    return directory;
}

/// closedir(3).
int closedir(DIR *directory)
{
    int state;
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, &state);
    int error = NEXT(closedir)(directory);
    NEXT(pthread_setcancelstate)(state, NULL);
    return error;
}
