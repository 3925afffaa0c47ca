// <pthread.h>, <threads.h>: what glibc reports where musl waits for ever or stops the process: joining oneself, joining a detached thread.
#include <errno.h>
#include <pthread.h>
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

static struct thread_stack *stack_to_join(pthread_t thread)
{
    struct thread_stack *stack = glibc_compat_stack_of(thread);
    glibc_compat_await_creator(stack);
    return stack;
}

// As long as the thread runs; without a record musl's own functions wait.
static int await_end(struct thread_stack *stack, const struct timespec *deadline)
{
    return stack ? glibc_compat_await_end(stack, deadline) : 0;
}

// What musl returned of a join. Of a thread that is gone nothing is left but its stack.
static int joined(struct thread_stack *stack, int error)
{
    if (!error && stack)
        glibc_compat_keep_stack(stack);
    return error;
}

// Called by the cancellation points in cancel-points.S.
int glibc_compat_pthread_join(pthread_t thread, void **result);
int glibc_compat_pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline);
int glibc_compat_thrd_join(thrd_t thread, int *result);

/// pthread_join(3). Errors: EDEADLK for the calling thread, EINVAL for a detached one.
int glibc_compat_pthread_join(pthread_t thread, void **result)
{
    int error = refused(thread);
    if (error)
        return error;
    struct thread_stack *stack = stack_to_join(thread);
    await_end(stack, NULL);
    return joined(stack, NEXT(pthread_join)(thread, result));
}

/// pthread_timedjoin_np(3).
int glibc_compat_pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline)
{
    int error = refused(thread);
    if (error)
        return error;
    struct thread_stack *stack = stack_to_join(thread);
    error = await_end(stack, deadline);
    return error ? error : joined(stack, NEXT(pthread_timedjoin_np)(thread, result, deadline));
}

/// pthread_tryjoin_np(3). Errors: EBUSY, also for a detached thread, which nobody can say has ended.
int pthread_tryjoin_np(pthread_t thread, void **result)
{
    struct thread_stack *stack = stack_to_join(thread);
    return is_detached(thread) ? EBUSY : joined(stack, NEXT(pthread_tryjoin_np)(thread, result));
}

/// thrd_join(3).
int glibc_compat_thrd_join(thrd_t thread, int *result)
{
    if (refused(thread))
        return thrd_error;
    struct thread_stack *stack = stack_to_join(thread);
    await_end(stack, NULL);
    return joined(stack, NEXT(thrd_join)(thread, result)) ? thrd_error : thrd_success;
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
    struct cancellation before;
    glibc_compat_restrict_cancellation(&before, PTHREAD_CANCEL_DISABLE);
    joined(stack, NEXT(pthread_join)(thread, NULL));
    glibc_compat_restore_cancellation(&before);
    return 0;
}

/// thrd_detach(3).
int thrd_detach(thrd_t thread) { return pthread_detach(thread) ? thrd_error : thrd_success; }
