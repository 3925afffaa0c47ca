// <pwd.h> and <grp.h>: walking through all entries, and entries of any stream, with the caller's memory.
//
// musl has these only with its own static memory, so its entry is copied under a lock. A buffer that is too small gives ERANGE
// and the same entry again at the next call, as glibc's files do. Source: getpwent_r(3), getgrent_r(3).
#include "next.h"
#include "pack.h"
#include <errno.h>
#include <grp.h>
#include <pthread.h>
#include <pwd.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const struct passwd *waiting_user;
static const struct group *waiting_group;

static bool copy_user(const struct passwd *from, struct passwd *to, struct pack pack)
{
    *to = *from;
    to->pw_name = pack_string(&pack, from->pw_name);
    to->pw_passwd = pack_string(&pack, from->pw_passwd);
    to->pw_gecos = pack_string(&pack, from->pw_gecos);
    to->pw_dir = pack_string(&pack, from->pw_dir);
    to->pw_shell = pack_string(&pack, from->pw_shell);
    return !pack.full;
}

static bool copy_group(const struct group *from, struct group *to, struct pack pack)
{
    *to = *from;
    to->gr_name = pack_string(&pack, from->gr_name);
    to->gr_passwd = pack_string(&pack, from->gr_passwd);
    to->gr_mem = pack_list(&pack, from->gr_mem);
    return !pack.full;
}

#define WALK(type, name, waiting, copy, set, get, end) \
    int get##_r(struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int error = 0; \
        *result = NULL; \
        pthread_mutex_lock(&lock); \
        const struct type *found = waiting ? waiting : NEXT(get)(); \
        waiting = NULL; \
        if (!found) { \
            error = ENOENT; \
        } else if (copy(found, entry, (struct pack){buffer, buffer + size, false})) { \
            *result = entry; \
        } else { \
            waiting = found; \
            error = ERANGE; \
        } \
        pthread_mutex_unlock(&lock); \
        if (error) \
            errno = error; \
        return error; \
    } \
    struct type *get(void) \
    { \
        pthread_mutex_lock(&lock); \
        struct type *found = waiting ? (struct type *)waiting : NEXT(get)(); \
        waiting = NULL; \
        pthread_mutex_unlock(&lock); \
        return found; \
    } \
    void set(void) \
    { \
        pthread_mutex_lock(&lock); \
        waiting = NULL; \
        NEXT(set)(); \
        pthread_mutex_unlock(&lock); \
    } \
    void end(void) \
    { \
        pthread_mutex_lock(&lock); \
        waiting = NULL; \
        NEXT(end)(); \
        pthread_mutex_unlock(&lock); \
    } \
    int f##get##_r(FILE *stream, struct type *entry, char *buffer, size_t size, struct type **result) \
    { \
        int error = 0; \
        *result = NULL; \
        pthread_mutex_lock(&lock); \
        off_t start = ftello(stream); \
        const struct type *found = f##get(stream); \
        if (!found) { \
            error = ENOENT; \
        } else if (copy(found, entry, (struct pack){buffer, buffer + size, false})) { \
            *result = entry; \
        } else { \
            fseeko(stream, start, SEEK_SET); \
            error = ERANGE; \
        } \
        pthread_mutex_unlock(&lock); \
        if (error) \
            errno = error; \
        return error; \
    }
WALK(passwd, user, waiting_user, copy_user, setpwent, getpwent, endpwent)
WALK(group, group, waiting_group, copy_group, setgrent, getgrent, endgrent)
