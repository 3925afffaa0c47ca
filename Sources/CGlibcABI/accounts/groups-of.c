// <grp.h>: the groups of a user.
//
// Of the file's lines as getgrent reads them (passwd.c): musl misses a member at the end of a file without a last newline, and one behind a blank.
// After these come the groups that musl knows beside the file, from nscd. Source: getgrouplist(3), initgroups(3).
#include "next.h"
#include "not-cancelled.h"
#include "passwd.h"
#include <errno.h>
#include <grp.h>
#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct groups {
    gid_t *list;
    size_t count, room;
};

static bool has(const struct groups *groups, size_t count, gid_t group)
{
    for (size_t i = 0; i < count; i++)
        if (groups->list[i] == group)
            return true;
    return false;
}

/// False: no memory.
static bool add(struct groups *groups, gid_t group)
{
    if (groups->count == groups->room) {
        size_t room = groups->room ? groups->room * 2 : 64;
        gid_t *list = realloc(groups->list, room * sizeof *list);
        if (!list)
            return false;
        groups->list = list;
        groups->room = room;
    }
    groups->list[groups->count++] = group;
    return true;
}

static bool has_member(const struct group *entry, const char *user)
{
    for (char **member = entry->gr_mem; *member; member++)
        if (!strcmp(*member, user))
            return true;
    return false;
}

static bool add_from_file(struct groups *groups, const char *user)
{
    FILE *file = fopen("/etc/group", "re");
    if (!file)
        return true;
    size_t size = 0;
    char *buffer = NULL;
    bool good = true;
    int error = ERANGE;
    while (good && error != ENOENT) {
        struct group entry;
        if (error == ERANGE) {
            // An entry larger than the buffer is behind the stream already: from the start, with a larger one.
            size = size ? size * 2 : 4096;
            char *more = realloc(buffer, size);
            good = more != NULL;
            if (!good)
                break;
            buffer = more;
            rewind(file);
            groups->count = 1;
        }
        error = glibc_compat_read_group(file, &entry, buffer, size);
        // A group that has two lines is there twice, as on glibc.
        if (!error && !has(groups, 1, entry.gr_gid) && has_member(&entry, user))
            good = add(groups, entry.gr_gid);
    }
    free(buffer);
    fclose(file);
    return good;
}

static bool add_from_musl(struct groups *groups, const char *user, gid_t first)
{
    int count = 64, asked;
    gid_t *list = NULL;
    do {
        asked = count;
        gid_t *more = realloc(list, (size_t)asked * sizeof *list);
        if (!more) {
            free(list);
            return false;
        }
        list = more;
    } while (NEXT(getgrouplist)(user, first, list, &count) < 0 && count > asked);
    bool good = true;
    for (int i = 0; i < count && i < asked && good; i++)
        good = has(groups, groups->count, list[i]) || add(groups, list[i]);
    free(list);
    return good;
}

static bool collect(struct groups *groups, const char *user, gid_t first)
{
    int before = hold_cancellation();
    bool good = add(groups, first) && add_from_file(groups, user) && add_from_musl(groups, user, first);
    release_cancellation(before);
    return good;
}

/// getgrouplist(3): how many groups are in `list`, or -1 where there are more than `*count`, which becomes their number; -1 also for want of memory.
int getgrouplist(const char *user, gid_t first, gid_t *list, int *count)
{
    struct groups groups = {0};
    if (!collect(&groups, user, first) || groups.count > INT_MAX) {
        free(groups.list);
        return -1;
    }
    int room = *count, all = (int)groups.count;
    if (room > 0)
        memcpy(list, groups.list, (size_t)(room < all ? room : all) * sizeof *list);
    *count = all;
    free(groups.list);
    return room < all ? -1 : all;
}

/// initgroups(3). A user in more groups than a process can have gets the first of them. Errors: EPERM, ENOMEM.
int initgroups(const char *user, gid_t first)
{
    struct groups groups = {0};
    int result = -1;
    if (collect(&groups, user, first)) {
        size_t count = groups.count < 65536 ? groups.count : 65536;
        result = setgroups(count, groups.list);
    } else
        errno = ENOMEM;
    int saved = errno;
    free(groups.list);
    errno = saved;
    return result;
}
