// <ftw.h>: ftw and nftw with glibc's type codes, which are one less than musl's, and its GNU flags. C, because they call back.
//
// A directory's names are read before its entries are visited, so that one descriptor is open at a time whatever the depth (with FTW_CHDIR,
// one for each level, to find the way back). Source: nftw(3), POSIX.1-2017 nftw.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "thread-state.h"

enum type { TYPE_F, TYPE_D, TYPE_DNR, TYPE_NS, TYPE_SL, TYPE_DP, TYPE_SLN };
enum { PHYSICAL = 1, MOUNT = 2, CHDIR = 4, DEPTH = 8, ACTIONRETVAL = 16, KNOWN = 31 };
enum { SKIP_SUBTREE = 2, SKIP_SIBLINGS = 3 };

/// glibc's struct FTW.
struct position { int base, level; };
typedef int nftw_callback(const char *, const struct stat *, int, struct position *);
typedef int ftw_callback(const char *, const struct stat *, int);

struct walk {
    nftw_callback *nftw;
    ftw_callback *ftw;
    int flags;
    struct position at;
    char *path;
    size_t capacity;
    dev_t device;
    /// Directories entered, where links are followed: a second way into one is not taken.
    struct { dev_t device; ino_t inode; } *entered;
    size_t entered_count, entered_capacity;
};

static int call(struct walk *w, const struct stat *status, enum type type)
{
    // What ftw, which knows four types, says for nftw's seven.
    static const unsigned char old[] = {TYPE_F, TYPE_D, TYPE_DNR, TYPE_NS, TYPE_F, TYPE_D, TYPE_NS};
    return w->nftw ? w->nftw(w->path, status, type, &w->at) : w->ftw(w->path, status, old[type]);
}

/// 1 if the directory was entered before, 0 if it is new and now noted, -1 where memory ran out.
static int enter(struct walk *w, const struct stat *status)
{
    for (size_t i = 0; i < w->entered_count; i++)
        if (w->entered[i].inode == status->st_ino && w->entered[i].device == status->st_dev) return 1;
    if (w->entered_count == w->entered_capacity) {
        size_t wanted = w->entered_capacity ? 2 * w->entered_capacity : 32;
        void *moved = reallocarray(w->entered, wanted, sizeof *w->entered);
        if (!moved) return -1;
        w->entered = moved, w->entered_capacity = wanted;
    }
    w->entered[w->entered_count].device = status->st_dev;
    w->entered[w->entered_count++].inode = status->st_ino;
    return 0;
}

/// The path as the current folder sees it.
static const char *visible(struct walk *w) { return w->flags & CHDIR ? w->path + w->at.base : w->path; }

static int reserve(struct walk *w, size_t wanted)
{
    if (wanted <= w->capacity) return 0;
    char *moved = realloc(w->path, 2 * wanted);
    if (!moved) return -1;
    w->path = moved, w->capacity = 2 * wanted;
    return 0;
}

/// All names of a directory, each ended by a NUL, the list by an empty one. NULL with errno where it cannot be read.
static char *names(DIR *stream)
{
    size_t used = 0, capacity = 1024;
    char *list = malloc(capacity);
    struct dirent *entry;
    while (list && (errno = 0, entry = readdir(stream))) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..")) continue;
        size_t length = strlen(entry->d_name) + 1;
        if (used + length + 1 > capacity) {
            char *moved = realloc(list, capacity = 2 * (capacity + length));
            if (!moved) { free(list); return NULL; }
            list = moved;
        }
        memcpy(list + used, entry->d_name, length), used += length;
    }
    if (list) list[used] = 0;
    return list;
}

static int visit_directory(struct walk *w, const struct stat *status);

/// One entry, whose full path is in `w`.
static int visit(struct walk *w)
{
    struct stat status;
    const char *name = visible(w);
    enum type type;
    if (w->flags & PHYSICAL ? lstat(name, &status) : stat(name, &status)) {
        if (errno != EACCES && errno != ENOENT) return -1;
        type = TYPE_NS;
        if (!(w->flags & PHYSICAL) && !lstat(name, &status) && S_ISLNK(status.st_mode)) type = TYPE_SLN;
    } else {
        type = S_ISDIR(status.st_mode) ? TYPE_D : S_ISLNK(status.st_mode) ? TYPE_SL : TYPE_F;
        if (w->flags & MOUNT && status.st_dev != w->device) return 0;
    }
    int result = 0;
    if (type == TYPE_D) {
        int before = w->flags & PHYSICAL ? 0 : enter(w, &status);
        if (before < 0) return -1;
        if (!before) result = visit_directory(w, &status);
    } else {
        result = call(w, &status, type);
    }
    return w->flags & ACTIONRETVAL && result == SKIP_SUBTREE ? 0 : result;
}

static int visit_entries(struct walk *w, const char *list)
{
    const struct position here = w->at;
    size_t length = strlen(w->path);
    const char *slash = length && w->path[length - 1] == '/' ? "" : "/";
    int result = 0;
    for (; *list && !result; list += strlen(list) + 1) {
        if (reserve(w, length + strlen(list) + 2)) return -1;
        w->at.base = length + strlen(slash), w->at.level = here.level + 1;
        strcpy(w->path + length, slash), strcat(w->path + length, list);
        result = visit(w);
        w->path[length] = 0;
    }
    w->at = here;
    return w->flags & ACTIONRETVAL && result == SKIP_SIBLINGS ? 0 : result;
}

static int visit_directory(struct walk *w, const struct stat *status)
{
    int fd = glibc_compat_open_folder(AT_FDCWD, visible(w), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK);
    DIR *stream = fd < 0 ? NULL : fdopendir(fd);
    if (!stream) {
        if (fd >= 0) close(fd);
        return errno == EACCES ? call(w, status, TYPE_DNR) : -1;
    }
    int result = w->flags & DEPTH ? 0 : call(w, status, TYPE_D);
    char *list = result ? NULL : names(stream);
    if (result || !list) {
        closedir(stream);
        return result ? result : -1;
    }
    int back = -1;
    if (w->flags & CHDIR) {
        back = glibc_compat_open_folder(AT_FDCWD, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (back < 0 || fchdir(dirfd(stream))) result = -1;
    }
    closedir(stream);
    if (!result) result = visit_entries(w, list);
    free(list);
    if (back >= 0) {
        if (fchdir(back) && !result) result = -1;
        close(back);
    }
    if (!result && w->flags & DEPTH) result = call(w, status, TYPE_DP);
    return result;
}

/// The start: like an entry, but a path that is not there is an error.
static int start(struct walk *w, const char *folder)
{
    size_t length = strlen(folder);
    if (!length) { errno = ENOENT; return -1; }
    if (reserve(w, length + 2)) return -1;
    memcpy(w->path, folder, length + 1);
    while (length > 1 && w->path[length - 1] == '/') w->path[--length] = 0;
    char *slash = strrchr(w->path, '/');
    w->at.base = slash && slash[1] ? slash + 1 - w->path : 0;
    int back = -1, result = -1;
    if (w->flags & CHDIR) {
        back = glibc_compat_open_folder(AT_FDCWD, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (back < 0) return -1;
        if (w->at.base) {
            char kept = w->path[w->at.base];
            w->path[w->at.base] = 0;
            int moved = chdir(w->path);
            w->path[w->at.base] = kept;
            if (moved) { close(back); return -1; }
        }
    }
    struct stat status;
    const char *name = visible(w);
    if (w->flags & PHYSICAL ? lstat(name, &status) : stat(name, &status)) {
        if (!(w->flags & PHYSICAL) && errno == ENOENT && !lstat(name, &status) && S_ISLNK(status.st_mode))
            result = call(w, &status, TYPE_SLN);
    } else {
        w->device = status.st_dev;
        if (!S_ISDIR(status.st_mode)) result = call(w, &status, S_ISLNK(status.st_mode) ? TYPE_SL : TYPE_F);
        else if (w->flags & PHYSICAL || enter(w, &status) >= 0) result = visit_directory(w, &status);
        if (w->flags & ACTIONRETVAL && (result == SKIP_SUBTREE || result == SKIP_SIBLINGS)) result = 0;
    }
    if (back >= 0) {
        int error = errno;
        if (fchdir(back) && !result) result = -1, error = errno;
        close(back);
        errno = error;
    }
    return result;
}

static int run(struct walk *w, const char *folder)
{
    int result = start(w, folder);
    int error = errno;
    free(w->path), free(w->entered);
    errno = error;
    return result;
}

/// Visit a tree. Returns 0, what the callback returned to stop, or -1 with errno; EINVAL for unknown flags.
int nftw(const char *folder, nftw_callback *callback, int descriptors, int flags)
{
    (void)descriptors;
    if (flags & ~KNOWN) { errno = EINVAL; return -1; }
    struct walk w = {.nftw = callback, .flags = flags};
    return run(&w, folder);
}

/// The older form: links are followed, four types.
int ftw(const char *folder, ftw_callback *callback, int descriptors)
{
    (void)descriptors;
    struct walk w = {.ftw = callback};
    return run(&w, folder);
}

int nftw64(const char *, nftw_callback *, int, int) __attribute__((alias("nftw")));
int ftw64(const char *, ftw_callback *, int) __attribute__((alias("ftw")));
