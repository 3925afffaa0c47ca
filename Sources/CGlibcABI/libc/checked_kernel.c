// <sys/mman.h>, <sched.h>, <ulimit.h>, <unistd.h>: what the kernel or glibc refuses and musl lets pass, and daemon.
#include "next.h"
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <sched.h>
#include <stdarg.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <ulimit.h>
#include <unistd.h>

/// musl rounds to whole pages. Source: mprotect(2).
int mprotect(void *address, size_t size, int protection) { return (int)syscall(SYS_mprotect, address, size, protection); }

/// EINVAL without a function or a stack. Source: clone(2).
int clone(int (*function)(void *), void *stack, int flags, void *argument, ...)
{
    va_list more;
    va_start(more, argument);
    pid_t *parent = va_arg(more, pid_t *);
    void *tls = va_arg(more, void *);
    pid_t *child = va_arg(more, pid_t *);
    va_end(more);
    if (!function || !stack) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(clone)(function, stack, flags, argument, parent, tls, child);
}

/// Only the limit of files, and the kernel's greatest descriptor for 4. Source: ulimit(3).
long ulimit(int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    long limit = command == UL_SETFSIZE ? va_arg(arguments, long) : 0;
    va_end(arguments);
    if (command == 4)
        return sysconf(_SC_OPEN_MAX);
    if (command != UL_GETFSIZE && command != UL_SETFSIZE) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(ulimit)(command, limit);
}

/// The process becomes a session's leader, as from one fork; musl forks twice. Source: daemon(3).
int daemon(int keep_folder, int keep_streams)
{
    pid_t child = fork();
    if (child < 0)
        return -1;
    if (child > 0)
        _exit(0);
    if (setsid() < 0)
        return -1;
    if (!keep_folder && chdir("/") < 0)
        return -1;
    if (!keep_streams) {
        int null = open("/dev/null", O_RDWR);
        if (null < 0)
            return -1;
        for (int fd = 0; fd < 3; fd++)
            if (dup2(null, fd) < 0)
                return -1;
        if (null > 2)
            close(null);
    }
    return 0;
}

/// EINVAL for no descriptor. Source: fexecve(3).
int fexecve(int fd, char *const argv[], char *const env[])
{
    if (fd < 0 || !argv || !env) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(fexecve)(fd, argv, env);
}

/// -1 is no id here. Source: seteuid(2).
int seteuid(uid_t id)
{
    if (id == (uid_t)-1) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(seteuid)(id);
}

int setegid(gid_t id)
{
    if (id == (gid_t)-1) {
        errno = EINVAL;
        return -1;
    }
    return NEXT(setegid)(id);
}

/// ENAMETOOLONG where the name is cut. Source: gethostname(2).
int gethostname(char *name, size_t size)
{
    struct utsname system;
    if (uname(&system))
        return -1;
    size_t length = strlen(system.nodename) + 1;
    memcpy(name, system.nodename, length < size ? length : size);
    if (length > size) {
        errno = ENAMETOOLONG;
        return -1;
    }
    return 0;
}

/// The size has no meaning, but it must be one. Source: epoll_create(2).
int epoll_create(int size)
{
    if (size <= 0) {
        errno = EINVAL;
        return -1;
    }
    return epoll_create1(0);
}

/// A name begins with a slash. Source: mq_overview(7), mq_open(3).
mqd_t mq_open(const char *name, int flags, ...)
{
    mode_t mode = 0;
    struct mq_attr *attributes = NULL;
    if (flags & O_CREAT) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, mode_t);
        attributes = va_arg(more, struct mq_attr *);
        va_end(more);
    }
    if (*name != '/') {
        errno = EINVAL;
        return -1;
    }
    return NEXT(mq_open)(name, flags, mode, attributes);
}

int mq_unlink(const char *name)
{
    if (*name != '/') {
        errno = EINVAL;
        return -1;
    }
    return NEXT(mq_unlink)(name);
}
