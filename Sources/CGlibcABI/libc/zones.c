// <time.h>: what the zones of the Swift half need of C: tzname and its companions, which are musl's, the date that localtime and gmtime
// share, and the contents of a zone's file.
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "CGlibcABI.h"

/// Names of standard and summer time, seconds west of Greenwich, whether there is summer time at all.
void glibc_compat_set_zone(const char *standard, const char *summer, long west, bool changes)
{
    tzname[0] = (char *)standard;
    tzname[1] = (char *)summer;
    timezone = west;
    daylight = changes;
}

static struct tm shared;
struct tm *glibc_compat_localtime(const time_t *, struct tm *);

/// localtime(3): looks at TZ again, which localtime_r does not.
struct tm *localtime(const time_t *time) { return glibc_compat_localtime(time, &shared); }
/// gmtime(3): the date is the same one as localtime's, as on glibc.
struct tm *gmtime(const time_t *time) { return gmtime_r(time, &shared); }

/// Of the zone named `name` the file's contents, from malloc, its size and identity. NULL and 0 without such a file; NULL and -1 where
/// `known` says that *identity is that of the file in use, and it is the same. A zone's file is small: what is larger than 4 MiB is none.
/// No cancellation point.
unsigned char *glibc_compat_read_zone(const char *name, struct glibc_compat_file_identity *identity, bool known, long *size)
{
    char *path = NULL;
    unsigned char *contents = NULL;
    struct stat now;
    int saved = errno;
    *size = 0;
    if (*name != '/') {
        const char *folder = getenv("TZDIR");
        if (!folder || !*folder || getauxval(AT_SECURE))
            folder = "/usr/share/zoneinfo";
        if (asprintf(&path, "%s/%s", folder, name) < 0)
            return NULL;
        name = path;
    }
    if (known && stat(name, &now) == 0 && now.st_ino == identity->inode && now.st_dev == identity->device &&
        now.st_mtime == identity->changed) {
        *size = -1;
        free(path);
        return NULL;
    }
    // Whoever sets TZ may name a pipe that nobody writes to, or a terminal: neither is waited for or taken.
    int file = syscall(SYS_open, name, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    free(path);
    if (file < 0) {
        errno = saved;
        return NULL;
    }
    if (fstat(file, &now) == 0 && S_ISREG(now.st_mode) && now.st_size > 0 && now.st_size <= 4 << 20) {
        contents = malloc(now.st_size);
        *identity = (struct glibc_compat_file_identity){now.st_dev, now.st_ino, now.st_mtime};
    }
    while (contents && *size < now.st_size) {
        long got = syscall(SYS_read, file, contents + *size, now.st_size - *size);
        if (got > 0) {
            *size += got;
        } else if (got == 0 || errno != EINTR) {
            // Shorter than it said: somebody is writing it.
            free(contents);
            contents = NULL;
            *size = 0;
        }
    }
    syscall(SYS_close, file);
    errno = saved;
    return contents;
}
