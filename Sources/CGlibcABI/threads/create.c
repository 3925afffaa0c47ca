// <pthread.h>, <threads.h>: threads begin and end as on glibc.
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <threads.h>
#include <unistd.h>
#include <glibc-compat/loader-interface.h>
#include "alias.h"
#include "allocator.h"
#include "attributes.h"
#include "blocks.h"
#include "futex.h"
#include "next.h"
#include "stacks.h"
#include "thread-state.h"
#include "../streams/stream.h"

struct start {
    // Where the thread is to go on, NULL where musl has put it there (enter-thread.S).
    void *top;
    // Where its variables are, if musl does as blocks.c takes it to do.
    uintptr_t block;
    // The stack where it is ours, then this record lies on it until the creator is done (stacks.h, `created`); else it comes from malloc and
    // goes with the last of its users.
    struct thread_stack *stack;
    _Atomic int users;
    // Where the program wants the thread's number, and who has put it there (tell).
    pthread_t *number;
    _Atomic int told;
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
    glibc_compat_forget_priorities();
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

void glibc_compat_expect_threads(void)
{
    if (!__libc_single_threaded)
        return;
    glibc_compat_heap_begins();
    glibc_compat_fork_generation += glibc_compat_thread.fork_generation;
    glibc_compat_thread.fork_generation = 0;
    __libc_single_threaded = 0;
}

enum { UNTOLD, TELLING, AWAITED, TOLD };

// On glibc the number is there before the thread begins, and nobody writes it later: the thread may free the memory that it is in. musl writes it
// when the thread runs already, so musl is given a variable of the creator's, and thread or creator, whoever comes first, tells the program.
static void tell(struct start *start, pthread_t number)
{
    int told = UNTOLD;
    if (atomic_compare_exchange_strong(&start->told, &told, TELLING)) {
        *start->number = number;
        if (atomic_exchange(&start->told, TOLD) == AWAITED)
            futex_wake(&start->told, INT_MAX);
        return;
    }
    while (told != TOLD) {
        if (told == AWAITED || atomic_compare_exchange_strong(&start->told, &told, AWAITED))
            futex_wait_until(&start->told, AWAITED, CLOCK_MONOTONIC, NULL);
        told = atomic_load(&start->told);
    }
}

// Of the thread and its creator, each when it is done with the record.
static void leave_start(struct start *start)
{
    if (!start->stack && atomic_fetch_sub(&start->users, 1) == 1)
        free(start);
}

static void *call_function(struct start *start)
{
    void *(*function)(void *) = start->function, *argument = start->argument;
    sigset_t mask = start->mask;
    leave_start(start);
    pthread_sigmask(SIG_SETMASK, &mask, NULL);
    return function(argument);
}

struct life {
    struct start *start;
    void *result;
    int is_over;
};

// The end belongs to it: a destructor may call pthread_exit or be cancelled, and then the end begins again, without cancellation.
static void *live(void *argument)
{
    struct life *life = argument;
    struct start *start = life->start;
    life->start = NULL;
    if (start)
        life->result = call_function(start);
    glibc_compat_end_thread();
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, NULL);
    life->is_over = 1;
    return NULL;
}

static void *run(void *argument)
{
    struct start *start = argument;
    struct thread_stack *stack = glibc_compat_thread.stack = start->stack;
    tell(start, pthread_self());
    glibc_compat_res_thread_begins();
    if (start->extension) {
        struct attribute_extension *extension = start->extension;
        int error = extension->cpu_size && sched_setaffinity(0, extension->cpu_size, (cpu_set_t *)extension->cpus) ? errno : 0;
        atomic_store(&start->state, error ? -error : 1);
        futex_wake(&start->state, INT_MAX);
        if (error)
            return NULL;
        while (atomic_load(&start->state) != 2)
            futex_wait_until(&start->state, 1, CLOCK_MONOTONIC, NULL);
    }
    struct life life = { .start = start };
    for (;;) {
        void *result = glibc_compat_run_with_base(live, &life);
        if (life.is_over)
            break;
        life.result = result;
    }
    if (&__glibc_compat_loader)
        __glibc_compat_loader.thread_exit();
    glibc_compat_heap_thread_ends();
    if (stack)
        glibc_compat_stack_ends(stack);
    return life.result;
}

void *glibc_compat_enter_thread(void *start);

/// Called by enter-thread.S.
_Noreturn void glibc_compat_thread_begins(struct start *start) __attribute__((visibility("hidden")));
_Noreturn void glibc_compat_thread_begins(struct start *start)
{
    if ((uintptr_t)pthread_self() != start->block) {
        static const char message[] = "libglibc-compat.so.1: this musl keeps a thread's variables elsewhere\n";
        (void)!write(2, message, sizeof message - 1);
        _exit(127);
    }
    NEXT(pthread_exit)(run(start));
}

enum { STACK_ALIGNMENT = 64 }; // glibc's

// What musl is told: our stack, and that the thread is to be joined. NULL with `error` set. The record of the start lies at the stack's top.
static struct start *use_own_stack(pthread_attr_t *attributes, int *error)
{
    size_t size, guard, page = (size_t)getpagesize();
    int detached, state;
    pthread_attr_getstacksize(attributes, &size);
    pthread_attr_getguardsize(attributes, &guard);
    pthread_attr_getdetachstate(attributes, &detached);
    pthread_attr_setdetachstate(attributes, PTHREAD_CREATE_JOINABLE);
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, &state);
    glibc_compat_reap_detached();
    NEXT(pthread_setcancelstate)(state, NULL);
    guard = (guard + page - 1) & -page;
    size &= -(size_t)STACK_ALIGNMENT;
    const struct thread_blocks *blocks = glibc_compat_thread_blocks();
    // What the stack holds beside what the thread may use of it.
    size_t rest = blocks->bytes ? (blocks->bytes + sizeof(struct start) + sizeof(struct thread_stack) + 3 * STACK_ALIGNMENT + page) & -page : 0;
    size_t whole = size + guard + rest;
    struct thread_stack *stack = size + guard < size || whole < rest ? NULL : glibc_compat_take_stack(size + rest, guard);
    *error = size + guard < size ? EINVAL : EAGAIN;
    if (!stack)
        return NULL;
    if (detached == PTHREAD_CREATE_DETACHED)
        stack->state = DETACHED;
    struct start *start = (struct start *)((uintptr_t)((struct start *)stack - 1) & -(uintptr_t)STACK_ALIGNMENT);
    *start = (struct start){ .stack = stack };
    uintptr_t lowest = (uintptr_t)stack->map + stack->guard, musl_top = (uintptr_t)start;
    stack->usable = stack->size - stack->guard - rest;
    if (blocks->bytes) {
        uintptr_t pointer = block_pointer(blocks, musl_top);
        musl_top = pointer + blocks->span;
        // musl expects zeros there.
        memset((void *)pointer, 0, BLOCK_RECORD);
        start->top = (char *)lowest + stack->usable;
        start->block = pointer;
    }
    glibc_compat_set_attribute_stack(attributes, (void *)musl_top, musl_top - lowest);
    return start;
}

static void forget_start(struct start *start)
{
    if (start->stack)
        glibc_compat_keep_stack(start->stack);
    else
        free(start);
}

// The signals 32 to 34. musl's functions leave them out of what they tell, so a thread that has one blocked would not have it blocked afterwards.
#define MUSLS_SIGNALS (7ul << 31)

static unsigned long change_mask(int how, unsigned long mask)
{
    unsigned long before = 0;
    syscall(SYS_rt_sigprocmask, how, &mask, &before, sizeof mask);
    return before;
}

/// pthread_create(3). Where the attributes name an affinity, the thread has it before its function runs, and a bad one is this call's error.
int pthread_create(pthread_t *restrict thread, const pthread_attr_t *restrict attributes, void *(*function)(void *), void *restrict argument)
{
    if (__libc_single_threaded) {
        glibc_compat_expect_threads();
        // From now on musl alone writes to streams, and would look at stdout too late.
        if (glibc_compat_streams_known)
            settle((struct stream *)stdout);
    }
    pthread_attr_t known;
    if (attributes)
        known = *attributes;
    else if (pthread_getattr_default_np(&known))
        return ENOMEM;
    int error = EAGAIN;
    struct start *start = glibc_compat_attribute_has_stack(&known) ? calloc(1, sizeof *start) : use_own_stack(&known, &error);
    if (!start) {
        if (!attributes)
            pthread_attr_destroy(&known);
        return error;
    }
    start->users = 2;
    start->number = thread;
    start->function = function;
    start->argument = argument;
    start->extension = glibc_compat_attribute_extension(&known);
    struct thread_stack *stack = start->stack;
    // The thread takes its own mask when it is ready for signals; until then it would run their handlers half made.
    unsigned long before = change_mask(SIG_BLOCK, ~MUSLS_SIGNALS);
    if (start->extension && start->extension->has_mask)
        start->mask = start->extension->mask;
    else
        *(unsigned long *)&start->mask = before & ~MUSLS_SIGNALS;
    int waits = start->extension && start->extension->cpu_size;
    if (!waits)
        start->extension = NULL;
    pthread_t made;
    int on_stack = start->top != NULL;
    // Looked for in the loader's tables, so before anything is held.
    __typeof__(&pthread_create) create = NEXT(pthread_create);
    if (&__glibc_compat_loader)
        __glibc_compat_loader.thread_create_begin();
    glibc_compat_begin_creation(on_stack);
    error = create(&made, &known, on_stack ? glibc_compat_enter_thread : run, start);
    glibc_compat_end_creation(on_stack);
    if (&__glibc_compat_loader)
        __glibc_compat_loader.thread_create_end();
    if (!error)
        tell(start, made);
    if (error) {
        forget_start(start);
    } else if (waits) {
        int state;
        while (!(state = atomic_load(&start->state)))
            futex_wait_until(&start->state, 0, CLOCK_MONOTONIC, NULL);
        if (state < 0) {
            error = -state;
            NEXT(pthread_join)(made, NULL);
            forget_start(start);
        } else {
            atomic_store(&start->state, 2);
            futex_wake(&start->state, INT_MAX);
        }
    }
    if (!error) {
        leave_start(start);
        // After this the stack may be gone, and the record with it.
        if (stack)
            glibc_compat_stack_is_created(stack, made);
    }
    change_mask(SIG_SETMASK, before);
    if (!attributes)
        pthread_attr_destroy(&known);
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
