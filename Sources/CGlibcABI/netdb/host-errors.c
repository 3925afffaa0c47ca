// <netdb.h>: h_errno is a variable of ours for each thread, since glibc's own libraries know it by name, and musl's main thread has another
// than musl's other threads. What musl's functions put into theirs is copied.
#include <netdb.h>
#include "next.h"
#include "thread-state.h"

// Cancellation points in front of musl's functions (threads/cancel-points.S).
struct hostent *glibc_compat_musl_gethostbyname(const char *);
struct hostent *glibc_compat_musl_gethostbyname2(const char *, int);

extern __thread int __h_errno;
__thread int __h_errno;

/// The calling thread's h_errno. Source: <netdb.h>.
int *__h_errno_location(void) { return &__h_errno; }

static struct hostent *answered(struct hostent *entry)
{
    __h_errno = *NEXT(__h_errno_location)();
    return entry;
}

/// gethostbyname(3).
struct hostent *gethostbyname(const char *name) { return answered(glibc_compat_musl_gethostbyname(name)); }

/// gethostbyname2(3).
struct hostent *gethostbyname2(const char *name, int family) { return answered(glibc_compat_musl_gethostbyname2(name, family)); }
