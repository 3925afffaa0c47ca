// <pthread.h>, <threads.h>: threads begin and end as on glibc.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <glibc-compat/loader-interface.h>
#include "alias.h"
#include "allocator.h"
#include "attributes.h"
#include "next.h"
#include "thread-state.h"
#include "../streams/stream.h"

struct start {
    void *(*function)(void *);
    void *argument;
    struct attribute_extension *extension;
    sigset_t mask;
    // Where an affinity is to be set: 0, then 1 or minus an errno from the thread, then 2 from the creator that has read it.
    _Atomic int state;
};

void glibc_compat_end_thread(void)
{
    glibc_compat_thread.exiting = 1;
    glibc_compat_run_thread_local_destructors();
    glibc_compat_run_key_destructors();
}

static void end_foreign_thread(void *unused)
{
    (void)unused;
    glibc_compat_end_thread();
    glibc_compat_heap_thread_ends();
}

void glibc_compat_attach_thread(void)
{
    static pthread_key_t musl_key;
    static _Atomic int made;
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    if (glibc_compat_thread.base || glibc_compat_thread.exiting)
        return;
    if (!made) {
        pthread_mutex_lock(&lock);
        if (!made && !NEXT(pthread_key_create)(&musl_key, end_foreign_thread))
            made = 1;
        pthread_mutex_unlock(&lock);
    }
    if (made)
        NEXT(pthread_setspecific)(musl_key, &musl_key);
}

static void *call_function(void *start)
{
    struct start copy = *(struct start *)start;
    free(start);
    pthread_sigmask(SIG_SETMASK, &copy.mask, NULL);
    return copy.function(copy.argument);
}

static void *run(void *argument)
{
    struct start *start = argument;
    if (start->extension) {
        struct attribute_extension *extension = start->extension;
        int error = extension->cpu_size && sched_setaffinity(0, extension->cpu_size, (cpu_set_t *)extension->cpus) ? errno : 0;
        atomic_store(&start->state, error ? -error : 1);
        glibc_compat_futex_wake(&start->state);
        if (error)
            return NULL;
        // The creator reads the state last: only then is the record ours to free.
        while (atomic_load(&start->state) != 2)
            glibc_compat_futex_wait(&start->state, 1);
    }
    void *result = glibc_compat_run_with_base(call_function, start);
    glibc_compat_end_thread();
    if (&__glibc_compat_loader)
        __glibc_compat_loader.thread_exit();
    glibc_compat_heap_thread_ends();
    return result;
}

/// pthread_create(3). Where the attributes name an affinity, the thread has it before its function runs, and a bad one is this call's error.
int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes, void *(*function)(void *), void *restrict argument)
{
    if (__libc_single_threaded) {
        __libc_single_threaded = 0;
        // From now on musl alone writes to streams, and would look at stdout too late.
        if (glibc_compat_streams_known)
            settle((struct stream *)stdout);
    }
    pthread_attr_t usual;
    if (!attributes) {
        glibc_compat_default_attributes(&usual);
        attributes = &usual;
    }
    struct start *start = malloc(sizeof *start);
    if (!start)
        return EAGAIN;
    *start = (struct start){ .function = function, .argument = argument, .extension = glibc_compat_attribute_extension(attributes) };
    // The thread takes its own mask when it is ready for signals; until then it would run their handlers half made.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    start->mask = start->extension && start->extension->has_mask ? start->extension->mask : before;
    int waits = start->extension && start->extension->cpu_size;
    if (!waits)
        start->extension = NULL;
    if (&__glibc_compat_loader)
        __glibc_compat_loader.thread_create_begin();
    int error = NEXT(pthread_create)(thread, attributes, run, start);
    if (&__glibc_compat_loader)
        __glibc_compat_loader.thread_create_end();
    if (error) {
        free(start);
    } else if (waits) {
        int state;
        while (!(state = atomic_load(&start->state)))
            glibc_compat_futex_wait(&start->state, 0);
        if (state < 0) {
            error = -state;
            NEXT(pthread_join)(*thread, NULL);
            free(start);
        } else {
            atomic_store(&start->state, 2);
            glibc_compat_futex_wake(&start->state);
        }
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error;
}

struct c11_start {
    thrd_start_t function;
    void *argument;
};

static void *run_c11(void *argument)
{
    struct c11_start start = *(struct c11_start *)argument;
    free(argument);
    return (void *)(intptr_t)start.function(start.argument);
}

/// thrd_create(3).
int thrd_create(thrd_t *thread, thrd_start_t function, void *argument)
{
    struct c11_start *start = malloc(sizeof *start);
    if (!start)
        return thrd_nomem;
    *start = (struct c11_start){ function, argument };
    int error = pthread_create(thread, NULL, run_c11, start);
    if (error)
        free(start);
    return !error ? thrd_success : error == ENOMEM ? thrd_nomem : thrd_error;
}

_Noreturn void thrd_exit(int result) { pthread_exit((void *)(intptr_t)result); }
