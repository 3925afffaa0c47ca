// <pthread.h>, <threads.h>: what glibc reports where musl waits for ever or stops the process: joining oneself, joining a detached thread.
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <threads.h>
#include "next.h"
#include "stacks.h"
#include "thread-state.h"

static int is_detached(pthread_t thread)
{
    pthread_attr_t attributes;
    int state;
    struct thread_stack *stack = glibc_compat_stack_of(thread);
    if (stack)
        return atomic_load(&stack->state) == DETACHED;
    // What musl reports of the main thread's stack takes a search.
    if (thread == glibc_compat_main_thread || NEXT(pthread_getattr_np)(thread, &attributes))
        return 0;
    return !pthread_attr_getdetachstate(&attributes, &state) && state == PTHREAD_CREATE_DETACHED;
}

static int refused(pthread_t thread) { return is_detached(thread) ? EINVAL : thread == pthread_self() ? EDEADLK : 0; }

// Of a thread that has ended glibc comes back whatever cancellation waits; musl acts on it first, and on one that comes meanwhile.
static int join_undisturbed(int (*join)(pthread_t, void **), pthread_t thread, void **result)
{
    struct cancellation before;
    glibc_compat_restrict_cancellation(&before, PTHREAD_CANCEL_DISABLE);
    int error = join(thread, result);
    glibc_compat_restore_cancellation(&before);
    return error;
}

// Of a thread that is gone nothing is left but its stack.
static int join_ended(struct thread_stack *stack, pthread_t thread, void **result)
{
    int error = join_undisturbed(NEXT(pthread_join), thread, result);
    if (!error)
        glibc_compat_keep_stack(stack);
    return error;
}

// Waits until the thread has ended, or the deadline. Without a record of its stack musl's own functions wait.
static int join(pthread_t thread, void **result, const struct timespec *deadline)
{
    struct thread_stack *stack = glibc_compat_stack_of(thread);
    if (!stack) {
        int error = join_undisturbed(NEXT(pthread_tryjoin_np), thread, result);
        return error == EBUSY ? NEXT(pthread_timedjoin_np)(thread, result, deadline) : error;
    }
    glibc_compat_await_creator(stack);
    int error = glibc_compat_await_end(stack, deadline);
    return error ? error : join_ended(stack, thread, result);
}

// Called by the cancellation points in cancel-points.S.
int glibc_compat_pthread_join(pthread_t thread, void **result);
int glibc_compat_pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline);
int glibc_compat_thrd_join(thrd_t thread, int *result);

/// pthread_join(3). Errors: EDEADLK for the calling thread, EINVAL for a detached one.
int glibc_compat_pthread_join(pthread_t thread, void **result)
{
    int error = refused(thread);
    return error ? error : join(thread, result, NULL);
}

/// pthread_timedjoin_np(3).
int glibc_compat_pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline)
{
    int error = refused(thread);
    return error ? error : join(thread, result, deadline);
}

/// pthread_tryjoin_np(3). Errors: EBUSY, also for a detached thread, which nobody can say has ended.
int pthread_tryjoin_np(pthread_t thread, void **result)
{
    struct thread_stack *stack = glibc_compat_stack_of(thread);
    glibc_compat_await_creator(stack);
    if (is_detached(thread))
        return EBUSY;
    int error = join_undisturbed(NEXT(pthread_tryjoin_np), thread, result);
    if (!error && stack)
        glibc_compat_keep_stack(stack);
    return error;
}

/// thrd_join(3).
int glibc_compat_thrd_join(thrd_t thread, int *result)
{
    void *ended;
    if (refused(thread) || join(thread, &ended, NULL))
        return thrd_error;
    if (result)
        *result = (int)(intptr_t)ended;
    return thrd_success;
}

/// pthread_detach(3). Errors: EINVAL where it is detached already.
int pthread_detach(pthread_t thread)
{
    struct thread_stack *stack = glibc_compat_stack_of(thread);
    int state = JOINABLE;
    if (!stack)
        return is_detached(thread) ? EINVAL : NEXT(pthread_detach)(thread);
    if (atomic_compare_exchange_strong(&stack->state, &state, DETACHED))
        return 0;
    if (state == DETACHED)
        return EINVAL;
    glibc_compat_await_creator(stack);
    // It has ended: nothing to wait for but the kernel. This is no cancellation point.
    join_ended(stack, thread, NULL);
    return 0;
}

/// thrd_detach(3).
int thrd_detach(thrd_t thread) { return pthread_detach(thread) ? thrd_error : thrd_success; }
