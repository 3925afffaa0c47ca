// <bits/fcntl2.h> and <bits/mqueue2.h>: open without a mode, which must not create a file. In C because open is variadic.
//
// Source: LSB 5.0, `__open_2`; glibc's headers for the others.
#include "fortify.h"
#include <fcntl.h>
#include <mqueue.h>
#include <stdbool.h>

// O_TMPFILE is two bits, one of them O_DIRECTORY, which needs no mode.
static bool needs_mode(int flags)
{
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE;
}

int __open_2(const char *path, int flags)
{
    if (needs_mode(flags))
        glibc_compat_fortify_fail("invalid open call: O_CREAT or O_TMPFILE without mode");
    return open(path, flags);
}

int __open64_2(const char *path, int flags)
{
    if (needs_mode(flags))
        glibc_compat_fortify_fail("invalid open64 call: O_CREAT or O_TMPFILE without mode");
    return open(path, flags);
}

int __openat_2(int folder, const char *path, int flags)
{
    if (needs_mode(flags))
        glibc_compat_fortify_fail("invalid openat call: O_CREAT or O_TMPFILE without mode");
    return openat(folder, path, flags);
}

int __openat64_2(int folder, const char *path, int flags)
{
    if (needs_mode(flags))
        glibc_compat_fortify_fail("invalid openat64 call: O_CREAT or O_TMPFILE without mode");
    return openat(folder, path, flags);
}

mqd_t __mq_open_2(const char *name, int flags)
{
    if (flags & O_CREAT)
        glibc_compat_fortify_fail("invalid mq_open call: O_CREAT without mode and attr");
    return mq_open(name, flags);
}
