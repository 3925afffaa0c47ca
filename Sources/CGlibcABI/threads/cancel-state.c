// <pthread.h>: whether and where a thread may be cancelled, and a cancellation that waited until it was allowed again.
//
// On its way out a thread is not cancelled any more, whatever its destructors and handlers ask for; they are told what they have asked for.
#include <errno.h>
#include <pthread.h>
#include <glibc-compat/loader-interface.h>
#include "next.h"
#include "thread-state.h"

// Called by the cancellation points in cancel-points.S.
int glibc_compat_pthread_setcancelstate(int state, int *old);
int glibc_compat_pthread_setcanceltype(int type, int *old);

/// pthread_setcancelstate(3). Where the type is asynchronous a cancellation that came meanwhile acts at once; musl lets it wait.
/// Errors: EINVAL. The third state that musl has is for programs built for musl.
int glibc_compat_pthread_setcancelstate(int state, int *old)
{
    struct thread_state *thread = &glibc_compat_thread;
    if (state != PTHREAD_CANCEL_ENABLE && state != PTHREAD_CANCEL_DISABLE && (state != PTHREAD_CANCEL_MASKED || &__glibc_compat_loader))
        return EINVAL;
    if (old)
        *old = thread->cancel_state;
    thread->cancel_state = state;
    if (thread->leaving)
        return 0;
    NEXT(pthread_setcancelstate)(state, NULL);
    // It is musl's function for the type that looks.
    if (state == PTHREAD_CANCEL_ENABLE && thread->cancel_type == PTHREAD_CANCEL_ASYNCHRONOUS && glibc_compat_cancellation_used)
        NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    return 0;
}

/// pthread_setcanceltype(3). Errors: EINVAL.
int glibc_compat_pthread_setcanceltype(int type, int *old)
{
    struct thread_state *thread = &glibc_compat_thread;
    if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS)
        return EINVAL;
    if (old)
        *old = thread->cancel_type;
    thread->cancel_type = type;
    if (thread->leaving)
        return 0;
    if (type == PTHREAD_CANCEL_ASYNCHRONOUS)
        glibc_compat_await_asynchronous_cancellation();
    return NEXT(pthread_setcanceltype)(type, NULL);
}
