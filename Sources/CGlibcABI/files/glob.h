// What the files of glob share.
#pragma once
#include <dirent.h>
#include <glob.h>
#include <stddef.h>
#include <sys/stat.h>

enum { GNU_MAGIC = 0x100, GNU_ALTDIRFUNC = 0x200, GNU_BRACE = 0x400, GNU_NOMAGIC = 0x800, GNU_TILDE = 0x1000, GNU_ONLYDIR = 0x2000,
       GNU_TILDE_CHECK = 0x4000, GNU_KNOWN = 0x7fff,
       // Not for the caller: its lstat is not called, as before 2.27.
       NO_LSTAT = 0x8000 };
#undef GLOB_TILDE
#undef GLOB_TILDE_CHECK

/// glibc's glob_t, whose members musl's has as padding.
struct glob_result {
    size_t count;
    char **paths;
    size_t offset;
    int flags;
    void (*close)(void *);
    struct dirent *(*read)(void *);
    void *(*open)(const char *);
    int (*lstat)(const char *, struct stat *);
    int (*stat)(const char *, struct stat *);
};
_Static_assert(sizeof(struct glob_result) == sizeof(glob_t), "the caller's object");

typedef int glob_error(const char *path, int error);

struct glob_list { char **items; size_t count, room; };

/// What stands in a pattern: backslashes, a bracket that nothing closes, a wildcard (which alone is told then).
enum { PLAIN, QUOTED, BRACKET, MAGIC = 4 };

int glibc_compat_glob_kind(const char *pattern, int escapes);

/// Adds a name that malloc made. 0, or -1 with the name freed.
int glibc_compat_glob_add(struct glob_list *list, char *name);
void glibc_compat_glob_drop(struct glob_list *list);

/// Moves a list to the end of the result. 0 or GLOB_NOSPACE.
int glibc_compat_glob_take(struct glob_result *result, struct glob_list *list);

int glibc_compat_glob_is_folder(const char *path, int flags, const struct glob_result *result);

/// What of one folder matches a pattern without slashes, each with the folder's name before it unless `prefix` is 0.
int glibc_compat_glob_folder(const char *folder, int prefix, const char *pattern, int flags, glob_error *failed, struct glob_result *result);

/// The folder that `~` or `~name` stands for, in memory of its own; NULL where there is none. `no_memory` tells why.
char *glibc_compat_glob_home(const char *name, size_t length, int *no_memory);
