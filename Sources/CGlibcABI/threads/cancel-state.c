// <pthread.h>: a cancellation that waited until it was allowed again.
#include <pthread.h>
#include "next.h"
#include "thread-state.h"

// Called by the cancellation point in cancel-points.S.
int glibc_compat_pthread_setcancelstate(int state, int *old);

/// pthread_setcancelstate(3). Where the type is asynchronous a cancellation that came meanwhile acts at once; musl lets it wait.
int glibc_compat_pthread_setcancelstate(int state, int *old)
{
    int type, error = NEXT(pthread_setcancelstate)(state, old);
    if (error || state != PTHREAD_CANCEL_ENABLE || !glibc_compat_cancellation_used)
        return error;
    NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_DEFERRED, &type);
    // It is musl's function for the type that looks.
    if (type == PTHREAD_CANCEL_ASYNCHRONOUS)
        NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    return 0;
}
