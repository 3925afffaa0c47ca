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

// Both apply: none acts where one of them says so.
static int stricter(int one, int other) { return one == PTHREAD_CANCEL_ENABLE || other == PTHREAD_CANCEL_DISABLE ? other : one; }

void glibc_compat_restrict_cancellation(struct cancellation *before, int state)
{
    struct thread_state *thread = &glibc_compat_thread;
    before->least = thread->least_cancel_state;
    before->programs = thread->cancel_state;
    thread->least_cancel_state = stricter(before->least, state);
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, &before->musls);
    int now = stricter(before->musls, thread->least_cancel_state);
    if (now != PTHREAD_CANCEL_DISABLE)
        NEXT(pthread_setcancelstate)(now, NULL);
}

void glibc_compat_restore_cancellation(const struct cancellation *before)
{
    struct thread_state *thread = &glibc_compat_thread;
    thread->least_cancel_state = before->least;
    int state = before->musls;
    if (thread->cancel_state != before->programs && !thread->leaving)
        state = stricter(thread->cancel_state, before->least);
    NEXT(pthread_setcancelstate)(state, NULL);
}

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
    NEXT(pthread_setcancelstate)(stricter(state, thread->least_cancel_state), NULL);
    if (state != PTHREAD_CANCEL_ENABLE || !glibc_compat_cancellation_used)
        return 0;
    // It is musl's function for the type that looks. Inside a system call or a wait musl's type is another than the program's.
    int type;
    NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_DEFERRED, &type);
    if (type == PTHREAD_CANCEL_ASYNCHRONOUS)
        NEXT(pthread_setcanceltype)(type, NULL);
    return 0;
}

/// pthread_setcanceltype(3). Errors: EINVAL.
int glibc_compat_pthread_setcanceltype(int type, int *old)
{
    struct thread_state *thread = &glibc_compat_thread;
    if (type != PTHREAD_CANCEL_DEFERRED && type != PTHREAD_CANCEL_ASYNCHRONOUS)
        return EINVAL;
    // A handler over the call: what it sets lasts as long as the call.
    if (thread->call_is_asynchronous && !thread->leaving)
        return NEXT(pthread_setcanceltype)(type, old);
    if (old)
        *old = thread->cancel_type;
    thread->cancel_type = type;
    if (thread->leaving)
        return 0;
    return NEXT(pthread_setcanceltype)(type, NULL);
}
