// Functions in which musl acts on a cancellation and glibc does not: a program need not be prepared for it there.
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include "next.h"
#include "thread-state.h"

int glibc_compat_open_folder(int at, const char *path, int flags)
{
    struct cancellation before;
    glibc_compat_restrict_cancellation(&before, PTHREAD_CANCEL_DISABLE);
    int fd = NEXT(openat)(at, path, flags);
    glibc_compat_restore_cancellation(&before);
    return fd;
}

/// opendir(3).
DIR *opendir(const char *name)
{
    struct cancellation before;
    glibc_compat_restrict_cancellation(&before, PTHREAD_CANCEL_DISABLE);
    DIR *directory = NEXT(opendir)(name);
    glibc_compat_restore_cancellation(&before);
    return directory;
}

/// closedir(3).
int closedir(DIR *directory)
{
    struct cancellation before;
    glibc_compat_restrict_cancellation(&before, PTHREAD_CANCEL_DISABLE);
    int error = NEXT(closedir)(directory);
    glibc_compat_restore_cancellation(&before);
    return error;
}
