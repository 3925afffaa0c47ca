// <stdlib.h>, <ftw.h>, <glob.h>: functions on paths whose first versions asked or answered otherwise.
#include <errno.h>
#include <ftw.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include "old-version.h"

/// Before 2.3 the buffer was not optional.
OLD_VERSION("realpath@GLIBC_2.2.5") char *glibc_compat_realpath_2_2_5(const char *path, char *resolved)
{
    if (!resolved) {
        errno = EINVAL;
        return NULL;
    }
    return realpath(path, resolved);
}

typedef int nftw_callback(const char *, const struct stat *, int, struct FTW *);
enum { OLD_NFTW_FLAGS = 15 };  // FTW_PHYS, FTW_MOUNT, FTW_CHDIR, FTW_DEPTH

/// Before 2.3.3 unknown flags were ignored, and FTW_ACTIONRETVAL was one of them.
OLD_VERSION("nftw@GLIBC_2.2.5") int glibc_compat_nftw_2_2_5(const char *path, nftw_callback *callback, int descriptors, int flags)
{
    return nftw(path, callback, descriptors, flags & OLD_NFTW_FLAGS);
}

OLD_VERSION("nftw64@GLIBC_2.2.5") int glibc_compat_nftw64_2_2_5(const char *path, nftw_callback *callback, int descriptors, int flags)
{
    return nftw(path, callback, descriptors, flags & OLD_NFTW_FLAGS);
}
