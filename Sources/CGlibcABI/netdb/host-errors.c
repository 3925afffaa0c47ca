// <netdb.h>: hosts by name, and h_errno, which is a variable of ours for each thread, since glibc's own libraries know it by name, and musl's main thread has another
// than musl's other threads. What musl's functions put into theirs is copied.
#include <errno.h>
#include <netdb.h>
#include <sys/socket.h>
#include "look-up.h"
#include "next.h"
#include "thread-state.h"

// Cancellation points in front of musl's functions (threads/cancel-points.S).
struct hostent *glibc_compat_musl_gethostbyname(const char *);
struct hostent *glibc_compat_musl_gethostbyname2(const char *, int);
int glibc_compat_musl_gethostbyname_r(const char *, struct hostent *, char *, size_t, struct hostent **, int *);

extern __thread int __h_errno;
__thread int __h_errno;

/// The calling thread's h_errno. Source: <netdb.h>.
int *__h_errno_location(void) { return &__h_errno; }

static struct hostent *answered(struct hostent *entry)
{
    __h_errno = *NEXT(__h_errno_location)();
    return entry;
}

static int is_refused(const char **name, int family, char *spelling, int *error)
{
    int code = glibc_compat_before_look_up(name, spelling, family);
    *error = code == EAI_AGAIN ? TRY_AGAIN : HOST_NOT_FOUND;
    return code;
}

/// gethostbyname(3).
struct hostent *gethostbyname(const char *name)
{
    char spelling[LONGEST_HOST + 1];
    return is_refused(&name, AF_INET, spelling, &__h_errno) ? NULL : answered(glibc_compat_musl_gethostbyname(name));
}

/// gethostbyname2(3).
struct hostent *gethostbyname2(const char *name, int family)
{
    char spelling[LONGEST_HOST + 1];
    return is_refused(&name, family, spelling, &__h_errno) ? NULL : answered(glibc_compat_musl_gethostbyname2(name, family));
}

// What glibc's callers look at: NETDB_INTERNAL and errno where the buffer is too small.
static int finished(int code, int *error)
{
    enum { NETDB_INTERNAL = -1 };
    if (code == ERANGE)
        *error = NETDB_INTERNAL;
    errno = code;
    return code;
}

/// gethostbyname_r(3). EAGAIN where DNS cannot be asked.
int gethostbyname_r(const char *name, struct hostent *entry, char *buffer, size_t room, struct hostent **result, int *error)
{
    char spelling[LONGEST_HOST + 1];
    int code = is_refused(&name, AF_INET, spelling, error);
    if (!code)
        return finished(glibc_compat_musl_gethostbyname_r(name, entry, buffer, room, result, error), error);
    *result = NULL;
    return finished(code == EAI_AGAIN ? EAGAIN : 0, error);
}

/// gethostbyname2_r(3). EAGAIN where DNS cannot be asked.
int gethostbyname2_r(const char *name, int family, struct hostent *entry, char *buffer, size_t room, struct hostent **result, int *error)
{
    char spelling[LONGEST_HOST + 1];
    int code = is_refused(&name, family, spelling, error);
    if (!code)
        return finished(NEXT(gethostbyname2_r)(name, family, entry, buffer, room, result, error), error);
    *result = NULL;
    return finished(code == EAI_AGAIN ? EAGAIN : 0, error);
}
