// <fts.h>: glibc's structures. musl has no such header. Source: fts(3), glibc's <fts.h>.
#pragma once
#include <sys/stat.h>
#include <sys/types.h>

typedef struct entry {
    struct entry *cycle, *parent, *link;
    long number;
    void *pointer;
    char *access_path, *path;
    int error, symlink_fd;
    unsigned short path_length, name_length;
    ino_t inode;
    dev_t device;
    nlink_t links;
    short level;
    unsigned short info, flags, instruction;
    struct stat *status;
    char name[1];
} FTSENT;

typedef int fts_order(const FTSENT **, const FTSENT **);

typedef struct {
    FTSENT *current, *child, **array;
    dev_t device;
    char *path;
    int root_fd, path_room, item_count;
    fts_order *order;
    int options;
} FTS;

enum { FTS_COMFOLLOW = 1, FTS_LOGICAL = 2, FTS_NOCHDIR = 4, FTS_NOSTAT = 8, FTS_PHYSICAL = 16, FTS_SEEDOT = 32, FTS_XDEV = 64,
       FTS_OPTIONS = 255, FTS_NAMEONLY = 256, FTS_STOP = 512 };
enum { ROOT_PARENT_LEVEL = -1, ROOT_LEVEL = 0 };
enum { FTS_D = 1, FTS_DC, FTS_DEFAULT, FTS_DNR, FTS_DOT, FTS_DP, FTS_ERR, FTS_F, FTS_INIT, FTS_NS, FTS_NSOK, FTS_SL, FTS_SLNONE };
enum { DONT_CHDIR = 1, SYMLINK_FOLLOWED = 2 };
enum { FTS_AGAIN = 1, FTS_FOLLOW, FTS_NOINSTR, FTS_SKIP };

/// The length of a folder's path to which "/name" is appended.
static inline size_t fts_append_at(const FTSENT *entry)
{
    return entry->path_length && entry->path[entry->path_length - 1] == '/' ? entry->path_length - 1u : entry->path_length;
}

/// An entry without a place in the tree yet; NULL where memory ran out.
FTSENT *glibc_compat_fts_entry(FTS *, const char *name, size_t length);
void glibc_compat_fts_drop(FTSENT *list);
/// The FTS_ code of an entry, and its status.
unsigned short glibc_compat_fts_status(FTS *, FTSENT *, int follow);
/// Moves into a folder, if it is still the one that the entry was made for. 0 or -1.
int glibc_compat_fts_enter(FTS *, const FTSENT *, int fd, const char *path);
/// Back to the start of the walk. 0 or -1.
int glibc_compat_fts_return(FTS *);
FTSENT *glibc_compat_fts_sort(FTS *, FTSENT *list, size_t count);

enum fts_purpose { FOR_CHILDREN, FOR_NAMES, FOR_READING };
/// The entries of the current folder. NULL with the folder's `info` set, or with FTS_STOP in the options.
FTSENT *glibc_compat_fts_list(FTS *, enum fts_purpose);
