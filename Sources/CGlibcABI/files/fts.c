// <fts.h>: walking trees of files, in glibc's order and with its entries. Source: fts(3).
//
// The path's memory has room for the longest that an entry's 16-bit length can tell, so it never moves.
#include "fts.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_ROOM = USHRT_MAX + 2 };

static FTS *give_up(FTS *walk, FTSENT *parent, FTSENT *roots)
{
    int error = errno;
    glibc_compat_fts_drop(roots);
    free(parent), free(walk->array), free(walk->path), free(walk);
    errno = error;
    return NULL;
}

/// Begins a walk over some trees. NULL and errno: EINVAL for unknown options, ENOENT for an empty name.
FTS *fts_open(char *const *names, int options, fts_order *order)
{
    if (options & ~FTS_OPTIONS) {
        errno = EINVAL;
        return NULL;
    }
    FTS *walk = calloc(1, sizeof *walk);
    if (!walk) return NULL;
    walk->order = order;
    walk->options = options & FTS_LOGICAL ? options | FTS_NOCHDIR : options;
    walk->root_fd = -1;
    walk->path_room = PATH_ROOM;
    walk->path = malloc(PATH_ROOM);
    FTSENT *parent = walk->path ? glibc_compat_fts_entry(walk, "", 0) : NULL, *first = NULL, *last = NULL;
    if (!parent) return give_up(walk, NULL, NULL);
    parent->level = ROOT_PARENT_LEVEL;
    size_t count = 0;
    for (; *names; names++, count++) {
        size_t length = strlen(*names);
        FTSENT *root = NULL;
        if (!length) errno = ENOENT;
        else if (length > USHRT_MAX) errno = ENAMETOOLONG;
        else root = glibc_compat_fts_entry(walk, *names, length);
        if (!root) return give_up(walk, parent, first);
        root->level = ROOT_LEVEL;
        root->parent = parent;
        root->access_path = root->name;
        root->info = glibc_compat_fts_status(walk, root, options & FTS_COMFOLLOW);
        // "." and ".." given as roots are folders like others.
        if (root->info == FTS_DOT) root->info = FTS_D;
        if (last) last->link = root;
        else first = root;
        last = root;
    }
    if (order && count > 1) first = glibc_compat_fts_sort(walk, first, count);
    walk->current = glibc_compat_fts_entry(walk, "", 0);
    if (!walk->current) return give_up(walk, parent, first);
    walk->current->link = first;
    walk->current->info = FTS_INIT;
    if (!first) free(parent);
    if (!(walk->options & FTS_NOCHDIR)) {
        walk->root_fd = open(".", O_RDONLY | O_CLOEXEC);
        // Where the way back cannot be kept, the walk stays where it is.
        if (walk->root_fd < 0) walk->options |= FTS_NOCHDIR;
    }
    return walk;
}

/// Ends a walk, in the folder where it began: 0, or -1 and errno.
int fts_close(FTS *walk)
{
    FTSENT *entry = walk->current;
    int result = 0, error = 0;
    while (entry && entry->level >= ROOT_LEVEL) {
        FTSENT *next = entry->link ? entry->link : entry->parent;
        if (entry->flags & SYMLINK_FOLLOWED) close(entry->symlink_fd);
        free(entry);
        entry = next;
    }
    free(entry);
    glibc_compat_fts_drop(walk->child);
    free(walk->array), free(walk->path);
    if (!(walk->options & FTS_NOCHDIR)) {
        result = fchdir(walk->root_fd);
        error = errno;
        close(walk->root_fd);
    }
    free(walk);
    if (result) errno = error;
    return result;
}

static FTSENT *stop(FTS *walk)
{
    walk->options |= FTS_STOP;
    return NULL;
}

/// Takes up a tree: the path is its name, of which the entry keeps the last part.
static FTSENT *load(FTS *walk, FTSENT *root)
{
    size_t length = root->path_length = root->name_length;
    memcpy(walk->path, root->name, length + 1);
    char *slash = strrchr(root->name, '/');
    if (slash && (slash != root->name || slash[1])) {
        root->name_length = (unsigned short)strlen(slash + 1);
        memmove(root->name, slash + 1, root->name_length + 1u);
    }
    root->access_path = walk->path;
    walk->device = root->device;
    return walk->current = root;
}

static void follow(FTS *walk, FTSENT *entry)
{
    entry->info = glibc_compat_fts_status(walk, entry, 1);
    if (entry->info != FTS_D || walk->options & FTS_NOCHDIR) return;
    entry->symlink_fd = open(".", O_RDONLY | O_CLOEXEC);
    if (entry->symlink_fd < 0) entry->error = errno, entry->info = FTS_ERR;
    else entry->flags |= SYMLINK_FOLLOWED;
}

static FTSENT *named(FTS *walk, FTSENT *entry)
{
    char *end = walk->path + fts_append_at(entry->parent);
    *end = '/';
    memcpy(end + 1, entry->name, entry->name_length + 1u);
    return walk->current = entry;
}

/// The first of a folder's entries, or the folder itself once more where there is nothing to enter.
static FTSENT *descend(FTS *walk, FTSENT *folder, int instruction)
{
    if (instruction == FTS_SKIP || (walk->options & FTS_XDEV && folder->device != walk->device)) {
        if (folder->flags & SYMLINK_FOLLOWED) {
            close(folder->symlink_fd);
            folder->flags &= (unsigned short)~SYMLINK_FOLLOWED;
        }
        glibc_compat_fts_drop(walk->child);
        walk->child = NULL;
        folder->info = FTS_DP;
        return folder;
    }
    if (walk->child && walk->options & FTS_NAMEONLY) {
        walk->options &= ~FTS_NAMEONLY;
        glibc_compat_fts_drop(walk->child);
        walk->child = NULL;
    }
    if (walk->child) {
        if (glibc_compat_fts_enter(walk, folder, -1, folder->access_path)) {
            folder->error = errno;
            folder->flags |= DONT_CHDIR;
            for (FTSENT *entry = walk->child; entry; entry = entry->link) entry->access_path = folder->access_path;
        }
    } else if (!(walk->child = glibc_compat_fts_list(walk, FOR_READING))) {
        return walk->options & FTS_STOP ? NULL : folder;
    }
    FTSENT *first = walk->child;
    walk->child = NULL;
    return named(walk, first);
}

/// All entries of a folder are through: the folder a second time.
static FTSENT *ascend(FTS *walk, FTSENT *folder)
{
    walk->current = folder;
    if (folder->level == ROOT_PARENT_LEVEL) {
        free(folder);
        walk->current = NULL;
        errno = 0;
        return NULL;
    }
    walk->path[folder->path_length] = 0;
    if (folder->level == ROOT_LEVEL) {
        if (glibc_compat_fts_return(walk)) return stop(walk);
    } else if (folder->flags & SYMLINK_FOLLOWED) {
        int result = walk->options & FTS_NOCHDIR ? 0 : fchdir(folder->symlink_fd), error = errno;
        close(folder->symlink_fd);
        folder->flags &= (unsigned short)~SYMLINK_FOLLOWED;
        errno = error;
        if (result) return stop(walk);
    } else if (!(folder->flags & DONT_CHDIR) && glibc_compat_fts_enter(walk, folder->parent, -1, "..")) {
        return stop(walk);
    }
    folder->info = folder->error ? FTS_ERR : FTS_DP;
    return folder;
}

/// The next entry: folders before and after what is in them. NULL at the end with errno 0, or on an error.
FTSENT *fts_read(FTS *walk)
{
    FTSENT *entry = walk->current;
    if (!entry || walk->options & FTS_STOP) return NULL;
    int instruction = entry->instruction;
    entry->instruction = FTS_NOINSTR;
    if (instruction == FTS_AGAIN) {
        entry->info = glibc_compat_fts_status(walk, entry, 0);
        return entry;
    }
    if (instruction == FTS_FOLLOW && (entry->info == FTS_SL || entry->info == FTS_SLNONE)) {
        follow(walk, entry);
        return entry;
    }
    if (entry->info == FTS_D) return descend(walk, entry, instruction);
    for (;;) {
        FTSENT *done = entry, *parent = done->parent;
        entry = done->link;
        if (!entry) {
            // Only the first, empty entry of a walk without trees has no parent.
            free(done);
            if (!parent) {
                walk->current = NULL;
                errno = 0;
                return NULL;
            }
            return ascend(walk, parent);
        }
        free(done);
        walk->current = entry;
        if (entry->level == ROOT_LEVEL) return glibc_compat_fts_return(walk) ? stop(walk) : load(walk, entry);
        if (entry->instruction == FTS_SKIP) continue;
        if (entry->instruction == FTS_FOLLOW) {
            follow(walk, entry);
            entry->instruction = FTS_NOINSTR;
        }
        return named(walk, entry);
    }
}

/// What fts_read is to do with an entry: FTS_AGAIN, FTS_FOLLOW, FTS_SKIP, or nothing. 1 and EINVAL for another instruction.
int fts_set(FTS *walk, FTSENT *entry, int instruction)
{
    (void)walk;
    if (instruction < 0 || instruction > FTS_SKIP) {
        errno = EINVAL;
        return 1;
    }
    entry->instruction = (unsigned short)instruction;
    return 0;
}

/// The entries of the folder that fts_read gave last; before the first call, the trees.
FTSENT *fts_children(FTS *walk, int instruction)
{
    if (instruction && instruction != FTS_NAMEONLY) {
        errno = EINVAL;
        return NULL;
    }
    FTSENT *entry = walk->current;
    errno = 0;
    if (!entry || walk->options & FTS_STOP) return NULL;
    if (entry->info == FTS_INIT) return entry->link;
    if (entry->info != FTS_D) return NULL;
    glibc_compat_fts_drop(walk->child);
    walk->child = NULL;
    enum fts_purpose purpose = instruction == FTS_NAMEONLY ? FOR_NAMES : FOR_CHILDREN;
    if (instruction == FTS_NAMEONLY) walk->options |= FTS_NAMEONLY;
    if (entry->level != ROOT_LEVEL || entry->access_path[0] == '/' || walk->options & FTS_NOCHDIR)
        return walk->child = glibc_compat_fts_list(walk, purpose);
    // A tree with a relative name: the way back is not "..".
    int here = open(".", O_RDONLY | O_CLOEXEC);
    if (here < 0) return NULL;
    walk->child = glibc_compat_fts_list(walk, purpose);
    int failed = fchdir(here), error = errno;
    close(here);
    errno = error;
    return failed ? NULL : walk->child;
}

FTS *fts64_open(char *const *, int, fts_order *) __attribute__((alias("fts_open")));
int fts64_close(FTS *) __attribute__((alias("fts_close")));
FTSENT *fts64_read(FTS *) __attribute__((alias("fts_read")));
int fts64_set(FTS *, FTSENT *, int) __attribute__((alias("fts_set")));
FTSENT *fts64_children(FTS *, int) __attribute__((alias("fts_children")));
