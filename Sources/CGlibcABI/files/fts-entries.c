// <fts.h>: making and listing the entries of a walk. C, because sorting calls the program back.
#include "fts.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_dot(const char *name) { return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2])); }

FTSENT *glibc_compat_fts_entry(FTS *walk, const char *name, size_t length)
{
    size_t status_at = (sizeof(FTSENT) + length + 15) & ~(size_t)15;
    FTSENT *entry = calloc(1, walk->options & FTS_NOSTAT ? sizeof *entry + length : status_at + sizeof(struct stat));
    if (!entry) return NULL;
    memcpy(entry->name, name, length);
    entry->name_length = (unsigned short)length;
    entry->path = walk->path;
    entry->instruction = FTS_NOINSTR;
    if (!(walk->options & FTS_NOSTAT)) entry->status = (struct stat *)((char *)entry + status_at);
    return entry;
}

void glibc_compat_fts_drop(FTSENT *list)
{
    while (list) {
        FTSENT *next = list->link;
        free(list);
        list = next;
    }
}

unsigned short glibc_compat_fts_status(FTS *walk, FTSENT *entry, int follow)
{
    struct stat own, *status = walk->options & FTS_NOSTAT ? &own : entry->status;
    if (walk->options & FTS_LOGICAL || follow) {
        if (stat(entry->access_path, status)) {
            int error = errno;
            if (!lstat(entry->access_path, status)) {
                errno = 0;
                return FTS_SLNONE;
            }
            entry->error = error;
            memset(status, 0, sizeof *status);
            return FTS_NS;
        }
    } else if (lstat(entry->access_path, status)) {
        entry->error = errno;
        memset(status, 0, sizeof *status);
        return FTS_NS;
    }
    if (S_ISDIR(status->st_mode)) {
        entry->device = status->st_dev;
        entry->inode = status->st_ino;
        entry->links = status->st_nlink;
        if (is_dot(entry->name)) return FTS_DOT;
        for (FTSENT *above = entry->parent; above && above->level >= ROOT_LEVEL; above = above->parent) {
            if (above->inode == entry->inode && above->device == entry->device) {
                entry->cycle = above;
                return FTS_DC;
            }
        }
        return FTS_D;
    }
    return S_ISLNK(status->st_mode) ? FTS_SL : S_ISREG(status->st_mode) ? FTS_F : FTS_DEFAULT;
}

int glibc_compat_fts_enter(FTS *walk, const FTSENT *entry, int fd, const char *path)
{
    if (walk->options & FTS_NOCHDIR) return 0;
    int opened = fd < 0 ? open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1, used = fd < 0 ? opened : fd, result = -1;
    struct stat status;
    if (used >= 0 && !fstat(used, &status)) {
        if (status.st_dev != entry->device || status.st_ino != entry->inode) errno = ENOENT;
        else result = fchdir(used);
    }
    int error = errno;
    if (opened >= 0) close(opened);
    errno = error;
    return result;
}

int glibc_compat_fts_return(FTS *walk) { return walk->options & FTS_NOCHDIR ? 0 : fchdir(walk->root_fd); }

FTSENT *glibc_compat_fts_sort(FTS *walk, FTSENT *list, size_t count)
{
    if (count > (size_t)walk->item_count) {
        FTSENT **moved = reallocarray(walk->array, count + 40, sizeof *moved);
        // Without memory the order stays that of the folder.
        if (!moved) return list;
        walk->array = moved;
        walk->item_count = (int)count + 40;
    }
    size_t used = 0;
    for (FTSENT *entry = list; entry; entry = entry->link) walk->array[used++] = entry;
    qsort(walk->array, count, sizeof *walk->array, (int (*)(const void *, const void *))walk->order);
    for (size_t i = 0; i + 1 < count; i++) walk->array[i]->link = walk->array[i + 1];
    walk->array[count - 1]->link = NULL;
    return walk->array[0];
}

struct listing { FTSENT *first, *last; size_t count; nlink_t folders; int only_folders, ask, failed; };

/// One name of a folder. -1 where the walk cannot go on.
static int add(FTS *walk, const struct dirent *found, struct listing *all)
{
    FTSENT *folder = walk->current;
    size_t at = fts_append_at(folder) + 1, length = strlen(found->d_name);
    FTSENT *entry = at + length > USHRT_MAX ? (errno = ENAMETOOLONG, NULL) : glibc_compat_fts_entry(walk, found->d_name, length);
    if (!entry) return -1;
    entry->level = (short)(folder->level + 1);
    entry->parent = folder;
    entry->path_length = (unsigned short)(at + length);
    entry->access_path = walk->options & FTS_NOCHDIR ? entry->path : entry->name;
    if (all->failed) {
        // The folder could not be entered, so nothing is known of what is in it.
        entry->info = all->ask ? FTS_NS : FTS_NSOK;
        entry->error = all->ask ? all->failed : 0;
        entry->access_path = folder->access_path;
    } else if (!all->ask || (all->only_folders && (all->folders == 0 || (found->d_type != DT_DIR && found->d_type != DT_UNKNOWN)))) {
        entry->info = FTS_NSOK;
    } else {
        if (walk->options & FTS_NOCHDIR) memcpy(walk->path + at, entry->name, length + 1);
        entry->info = glibc_compat_fts_status(walk, entry, 0);
        if (all->only_folders && (entry->info == FTS_D || entry->info == FTS_DC || entry->info == FTS_DOT)) all->folders--;
    }
    if (all->last) all->last->link = entry;
    else all->first = entry;
    all->last = entry;
    all->count++;
    return 0;
}

static int leave(FTS *walk, FTSENT *folder)
{
    return folder->level == ROOT_LEVEL ? glibc_compat_fts_return(walk) : glibc_compat_fts_enter(walk, folder->parent, -1, "..");
}

FTSENT *glibc_compat_fts_list(FTS *walk, enum fts_purpose purpose)
{
    FTSENT *folder = walk->current;
    DIR *stream = opendir(folder->access_path);
    if (!stream) {
        if (purpose == FOR_READING) folder->info = FTS_DNR, folder->error = errno;
        return NULL;
    }
    struct listing all = {.ask = purpose != FOR_NAMES};
    if (all.ask && walk->options & FTS_NOSTAT && walk->options & FTS_PHYSICAL) {
        // A folder's link count tells how many folders are in it, on file systems that keep one; 1 says that this one does not.
        all.only_folders = folder->links >= 2;
        all.folders = folder->links - (walk->options & FTS_SEEDOT ? 0 : 2);
    }
    int entered = 0;
    if (all.ask) {
        entered = !glibc_compat_fts_enter(walk, folder, dirfd(stream), NULL);
        if (!entered) {
            all.failed = errno;
            if (purpose == FOR_READING) folder->error = errno;
            folder->flags |= DONT_CHDIR;
        }
    }
    size_t at = fts_append_at(folder);
    if (walk->options & FTS_NOCHDIR) walk->path[at] = '/';
    struct dirent *found;
    int broken = 0;
    while (!broken && (found = readdir(stream)))
        if (walk->options & FTS_SEEDOT || !is_dot(found->d_name)) broken = add(walk, found, &all);
    int error = errno;
    closedir(stream);
    // What the statuses needed of the path goes. The slash stays where entries follow, which glibc's fts_children shows.
    if (walk->options & FTS_NOCHDIR) walk->path[all.count ? at + 1 : folder->path_length] = 0;
    if (broken) {
        glibc_compat_fts_drop(all.first);
        folder->info = FTS_ERR;
        walk->options |= FTS_STOP;
        errno = error;
        return NULL;
    }
    if (entered && (purpose == FOR_CHILDREN || !all.count) && leave(walk, folder)) {
        glibc_compat_fts_drop(all.first);
        folder->info = FTS_ERR;
        walk->options |= FTS_STOP;
        return NULL;
    }
    if (!all.count) {
        if (purpose == FOR_READING) folder->info = FTS_DP;
        return NULL;
    }
    return walk->order && all.count > 1 ? glibc_compat_fts_sort(walk, all.first, all.count) : all.first;
}
