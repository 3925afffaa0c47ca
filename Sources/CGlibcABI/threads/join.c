// <pthread.h>, <threads.h>: what glibc reports where musl waits for ever or stops the process: joining oneself, joining a detached thread.
#include <errno.h>
#include <pthread.h>
#include <threads.h>
#include "next.h"
#include "thread-state.h"

static int is_detached(pthread_t thread)
{
    pthread_attr_t attributes;
    int state;
    // What musl reports of the main thread's stack takes a search.
    if (thread == glibc_compat_main_thread || NEXT(pthread_getattr_np)(thread, &attributes))
        return 0;
    return !pthread_attr_getdetachstate(&attributes, &state) && state == PTHREAD_CREATE_DETACHED;
}

static int refused(pthread_t thread) { return is_detached(thread) ? EINVAL : thread == pthread_self() ? EDEADLK : 0; }

// Called by the cancellation points in cancel-points.S.
int glibc_compat_pthread_join(pthread_t thread, void **result);
int glibc_compat_pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline);
int glibc_compat_thrd_join(thrd_t thread, int *result);

/// pthread_join(3). Errors: EDEADLK for the calling thread, EINVAL for a detached one.
int glibc_compat_pthread_join(pthread_t thread, void **result)
{
    int error = refused(thread);
    return error ? error : NEXT(pthread_join)(thread, result);
}

/// pthread_timedjoin_np(3).
int glibc_compat_pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline)
{
    int error = refused(thread);
    return error ? error : NEXT(pthread_timedjoin_np)(thread, result, deadline);
}

/// pthread_tryjoin_np(3). Errors: EBUSY, also for a detached thread, which nobody can say has ended.
int pthread_tryjoin_np(pthread_t thread, void **result)
{
    return is_detached(thread) ? EBUSY : NEXT(pthread_tryjoin_np)(thread, result);
}

/// thrd_join(3).
int glibc_compat_thrd_join(thrd_t thread, int *result)
{
    return refused(thread) ? thrd_error : NEXT(thrd_join)(thread, result);
}

/// pthread_detach(3). Errors: EINVAL where it is detached already.
int pthread_detach(pthread_t thread) { return is_detached(thread) ? EINVAL : NEXT(pthread_detach)(thread); }

/// thrd_detach(3).
int thrd_detach(thrd_t thread) { return pthread_detach(thread) ? thrd_error : thrd_success; }
