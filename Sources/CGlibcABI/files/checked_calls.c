// <unistd.h>, <sys/stat.h>, <sys/socket.h>, <libgen.h>: arguments that the kernel or glibc refuses and musl lets pass.
#include "next.h"
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/syscall.h>
#include <unistd.h>

static int invalid(void)
{
    errno = EINVAL;
    return -1;
}

/// dup(2).
int dup3(int from, int to, int flags) { return flags & ~O_CLOEXEC ? invalid() : NEXT(dup3)(from, to, flags); }

int glibc_compat_musl_accept4(int, struct sockaddr *restrict, socklen_t *restrict, int);

/// Flags that the kernel does not know are EINVAL; musl then tries without any. Source: accept(2).
int accept4(int fd, struct sockaddr *restrict address, socklen_t *restrict size, int flags)
{
    if (flags & ~(SOCK_CLOEXEC | SOCK_NONBLOCK))
        return (int)syscall(SYS_accept4, fd, address, size, flags);
    return glibc_compat_musl_accept4(fd, address, size, flags);
}

/// EINVAL for no room at all. Source: readlink(2).
ssize_t readlink(const char *restrict path, char *restrict to, size_t size) { return size ? NEXT(readlink)(path, to, size) : invalid(); }
ssize_t readlinkat(int folder, const char *restrict path, char *restrict to, size_t size)
{
    return size ? NEXT(readlinkat)(folder, path, to, size) : invalid();
}

/// Memory of the size that is asked for, or of the size it takes. Source: getcwd(3).
char *getcwd(char *to, size_t size)
{
    if (to || !size)
        return NEXT(getcwd)(to, size);
    char *made = malloc(size), *result = made ? NEXT(getcwd)(made, size) : NULL;
    if (!result)
        free(made);
    return result;
}

/// Two slashes stay two where nothing but a name follows. Source: dirname(3), glibc's way with POSIX's "//".
char *dirname(char *path)
{
    if (path && path[0] == '/' && path[1] == '/' && path[2] != '/') {
        char *slash = strchr(path + 2, '/');
        if (!slash || !slash[strspn(slash, "/")]) {
            path[2] = 0;
            return path;
        }
    }
    return NEXT(dirname)(path);
}

// The versions of struct stat that programs built before glibc 2.33 name.
#define STAT(name, parameters, call) int name parameters { return version != 0 && version != 1 ? invalid() : call; }
STAT(__xstat, (int version, const char *path, struct stat *to), stat(path, to))
STAT(__lxstat, (int version, const char *path, struct stat *to), lstat(path, to))
STAT(__fxstat, (int version, int fd, struct stat *to), fstat(fd, to))
STAT(__fxstatat, (int version, int folder, const char *path, struct stat *to, int flags), fstatat(folder, path, to, flags))
int __xmknod(int version, const char *path, mode_t mode, dev_t *device) { return version ? invalid() : mknod(path, mode, *device); }
int __xmknodat(int version, int folder, const char *path, mode_t mode, dev_t *device)
{
    return version ? invalid() : mknodat(folder, path, mode, *device);
}

// What depends on the file system. Source: pathconf(3); statfs(2) has the numbers of the systems.
static long of_system(const struct statfs *s, int name)
{
    enum { EXT = 0xef53, XFS = 0x58465342, BTRFS = 0x9123683e, F2FS = 0xf2f52010 };
    unsigned type = (unsigned)s->f_type;
    if (name == _PC_LINK_MAX)
        return type == EXT ? 65000 : type == XFS ? 2147483647 : type == F2FS ? 32000 : 127;
    if (name == _PC_NAME_MAX)
        return s->f_namelen;
    return type == EXT || type == XFS || type == (unsigned)BTRFS || type == F2FS ? 64 : 32;
}
static int depends(int name) { return name == _PC_LINK_MAX || name == _PC_NAME_MAX || name == _PC_FILESIZEBITS; }

long pathconf(const char *path, int name)
{
    struct statfs s;
    if (!*path) {
        errno = ENOENT;
        return -1;
    }
    if (name == _PC_SYNC_IO)
        return -1;
    if (depends(name))
        return statfs(path, &s) ? -1 : of_system(&s, name);
    return NEXT(pathconf)(path, name);
}

long fpathconf(int fd, int name)
{
    struct statfs s;
    if (fd < 0) {
        errno = EBADF;
        return -1;
    }
    if (name == _PC_SYNC_IO)
        return -1;
    if (depends(name))
        return fstatfs(fd, &s) ? -1 : of_system(&s, name);
    return NEXT(fpathconf)(fd, name);
}
