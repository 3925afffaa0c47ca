// <glob.h>: matching in one folder, and the list of results. C, because the program may bring its own functions to read folders.
#include "glob.h"
#include <errno.h>
#include <fnmatch.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int glibc_compat_glob_kind(const char *pattern, int escapes)
{
    int kind = PLAIN;
    for (; *pattern; pattern++) {
        if (*pattern == '?' || *pattern == '*' || (*pattern == ']' && kind & BRACKET)) return MAGIC;
        if (*pattern == '\\' && escapes) {
            if (pattern[1]) pattern++;
            kind |= QUOTED;
        } else if (*pattern == '[') {
            kind |= BRACKET;
        }
    }
    return kind;
}

int glibc_compat_glob_add(struct glob_list *list, char *name)
{
    if (!name) return -1;
    if (list->count == list->room) {
        size_t room = list->room ? 2 * list->room : 16;
        char **moved = reallocarray(list->items, room, sizeof *moved);
        if (!moved) {
            free(name);
            return -1;
        }
        list->items = moved, list->room = room;
    }
    list->items[list->count++] = name;
    return 0;
}

void glibc_compat_glob_drop(struct glob_list *list)
{
    while (list->count) free(list->items[--list->count]);
    free(list->items);
    list->items = NULL, list->room = 0;
}

int glibc_compat_glob_take(struct glob_result *result, struct glob_list *list)
{
    size_t first = result->offset, total;
    if (__builtin_add_overflow(first, result->count, &total) || __builtin_add_overflow(total, list->count + 1, &total)) {
        glibc_compat_glob_drop(list);
        return GLOB_NOSPACE;
    }
    char **moved = reallocarray(result->paths, total, sizeof *moved);
    if (!moved) {
        glibc_compat_glob_drop(list);
        return GLOB_NOSPACE;
    }
    if (!result->paths) memset(moved, 0, first * sizeof *moved);
    if (list->count) memcpy(moved + first + result->count, list->items, list->count * sizeof *moved);
    result->paths = moved;
    result->count += list->count;
    moved[first + result->count] = NULL;
    free(list->items);
    *list = (struct glob_list){0};
    return 0;
}

static char *joined(const char *folder, int prefix, const char *name)
{
    if (!prefix) return strdup(name);
    size_t length = folder[0] == '/' && !folder[1] ? 0 : strlen(folder), size = strlen(name);
    char *path = malloc(length + size + 2);
    if (!path) return NULL;
    memcpy(path, folder, length);
    path[length] = '/';
    memcpy(path + length + 1, name, size + 1);
    return path;
}

/// 1 where the name is there, 0 where not, -1 where memory ran out.
static int exists(const char *folder, const char *name, int flags, const struct glob_result *result)
{
    struct stat status;
    char *path = joined(folder, 1, name);
    if (!path) return -1;
    int found = (!(flags & GNU_ALTDIRFUNC) ? lstat(path, &status)
                 : flags & NO_LSTAT ? result->stat(path, &status) : result->lstat(path, &status)) == 0;
    free(path);
    return found;
}

int glibc_compat_glob_is_folder(const char *path, int flags, const struct glob_result *result)
{
    struct stat status;
    return (flags & GNU_ALTDIRFUNC ? result->stat(path, &status) : stat(path, &status)) == 0 && S_ISDIR(status.st_mode);
}

static int read_folder(void *stream, const char *folder, int prefix, const char *pattern, int flags, const struct glob_result *result,
                       struct glob_list *list)
{
    int how = (flags & GLOB_PERIOD ? 0 : FNM_PERIOD) | (flags & GLOB_NOESCAPE ? FNM_NOESCAPE : 0);
    struct dirent *entry;
    while ((entry = flags & GNU_ALTDIRFUNC ? result->read(stream) : readdir(stream))) {
        if (flags & GNU_ONLYDIR && entry->d_type != DT_DIR && entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN) continue;
        if (fnmatch(pattern, entry->d_name, how)) continue;
        if (flags & GNU_ONLYDIR && entry->d_type != DT_DIR) {
            char *path = joined(folder, 1, entry->d_name);
            if (!path) return GLOB_NOSPACE;
            int is = glibc_compat_glob_is_folder(path, flags, result);
            free(path);
            if (!is) continue;
        }
        if (glibc_compat_glob_add(list, joined(folder, prefix, entry->d_name))) return GLOB_NOSPACE;
    }
    return 0;
}

int glibc_compat_glob_folder(const char *folder, int prefix, const char *pattern, int flags, glob_error *failed, struct glob_result *result)
{
    struct glob_list list = {0};
    int kind = glibc_compat_glob_kind(pattern, !(flags & GLOB_NOESCAPE));
    int status = 0, keep = flags & GLOB_NOCHECK;
    if (kind == PLAIN) {
        int there = flags & (GLOB_NOCHECK | GNU_NOMAGIC) ? 1 : exists(folder, pattern, flags, result);
        if (there < 0) return GLOB_NOSPACE;
        keep = there;
        flags |= GLOB_NOCHECK;
    } else {
        void *stream = flags & GNU_ALTDIRFUNC ? result->open(folder) : opendir(folder);
        if (stream) {
            flags |= GNU_MAGIC;
            status = read_folder(stream, folder, prefix, pattern, flags, result, &list);
            int error = errno;
            if (flags & GNU_ALTDIRFUNC) result->close(stream);
            else closedir(stream);
            errno = error;
        } else if (errno != ENOTDIR && ((failed && failed(folder, errno)) || flags & GLOB_ERR)) {
            return GLOB_ABORTED;
        }
    }
    if (!status && !list.count) {
        if (!keep) status = GLOB_NOMATCH;
        else if (glibc_compat_glob_add(&list, joined(folder, prefix, pattern))) status = GLOB_NOSPACE;
    }
    if (status) {
        glibc_compat_glob_drop(&list);
        return status;
    }
    // As on glibc, the flags told are those of the last folder with a match.
    result->flags = flags & GNU_KNOWN;
    return glibc_compat_glob_take(result, &list);
}

char *glibc_compat_glob_home(const char *name, size_t length, int *no_memory)
{
    char buffer[4096], *user = NULL, *home = NULL;
    struct passwd entry, *found = NULL;
    *no_memory = 0;
    if (length == 0) {
        const char *variable = getenv("HOME");
        if (variable && *variable) {
            home = strdup(variable);
            *no_memory = !home;
            return home;
        }
        getpwuid_r(getuid(), &entry, buffer, sizeof buffer, &found);
    } else {
        user = strndup(name, length);
        if (!user) {
            *no_memory = 1;
            return NULL;
        }
        getpwnam_r(user, &entry, buffer, sizeof buffer, &found);
        free(user);
    }
    if (!found) return NULL;
    home = strdup(entry.pw_dir);
    *no_memory = !home;
    return home;
}
