// <time.h>: timers with SIGEV_THREAD. Each time one expires, a thread of its own runs the program's function, as on glibc; musl has one thread for
// each timer, which is not one of ours. The kernel tells the one helper thread by a signal that musl keeps for this and no program can use.
//
// What the program has of such a timer is the address of its record, halved and marked by the highest bit, so that it is no number of the kernel's.
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "attributes.h"
#include "futex.h"
#include "next.h"

enum { EXPIRATION = 32, NO_TIMER = -1 };

// A record is used again and never freed: the functions that signals' handlers may call read it without the lock.
struct timer {
    _Atomic int number;
    void (*function)(union sigval);
    union sigval value;
    pthread_attr_t attributes;
    struct timer *next;
};

struct expiration {
    void (*function)(union sigval);
    union sigval value;
};

// The kernel's struct sigevent. Source: asm-generic/siginfo.h.
struct kernel_event {
    union sigval value;
    int signal, notify, thread;
    int rest[11];
};

static _Atomic int lock, helper;
static struct timer *timers;

static void *call_function(void *argument)
{
    struct expiration expiration = *(struct expiration *)argument;
    free(argument);
    expiration.function(expiration.value);
    return NULL;
}

// The program may delete the timer meanwhile, and the record may be another timer's.
static void expire(struct timer *timer, int number)
{
    struct expiration *expiration = malloc(sizeof *expiration);
    pthread_attr_t attributes;
    pthread_t thread;
    int known = 0;
    take_lock(&lock);
    if (expiration && timer->number == number && !glibc_compat_copy_attributes(&attributes, &timer->attributes)) {
        *expiration = (struct expiration){ timer->function, timer->value };
        known = 1;
    }
    give_lock(&lock);
    // Nobody can be told of a thread that could not be made.
    if (!known || pthread_create(&thread, &attributes, call_function, expiration))
        free(expiration);
    if (known)
        pthread_attr_destroy(&attributes);
}

// Created with all of the program's signals blocked, which the threads that it creates inherit, as on glibc.
static void *help(void *unused)
{
    unsigned long expirations = 1ul << (EXPIRATION - 1);
    syscall(SYS_rt_sigprocmask, SIG_BLOCK, &expirations, NULL, sizeof expirations);
    helper = (int)syscall(SYS_gettid);
    futex_wake(&helper, 1);
    for (;;) {
        siginfo_t what;
        if (syscall(SYS_rt_sigtimedwait, &expirations, &what, NULL, sizeof expirations) == EXPIRATION && what.si_code == SI_TIMER)
            expire(what.si_value.sival_ptr, what.si_timerid);
    }
    return unused;
}

// Called with the lock held and signals blocked: the helper's number, 0 where there is no room for a thread.
static int find_helper(void)
{
    pthread_attr_t attributes;
    pthread_t thread;
    if (helper)
        return helper;
    // Ignored, as a parent may have left it, the signal would not even be waited for.
    struct { void *handler; unsigned long flags; void *restorer; unsigned long mask; } action = { 0 };
    syscall(SYS_rt_sigaction, EXPIRATION, &action, NULL, sizeof action.mask);
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 4 * GLIBC_STACK_MIN);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int error = pthread_create(&thread, &attributes, help, NULL);
    pthread_attr_destroy(&attributes);
    while (!error && !helper)
        futex_wait_until(&helper, 0, CLOCK_MONOTONIC, NULL);
    return helper;
}

// An unused record, or NULL.
static struct timer *take_record(void)
{
    struct timer *timer = timers;
    while (timer && timer->number != NO_TIMER)
        timer = timer->next;
    if (timer)
        return timer;
    timer = malloc(sizeof *timer);
    if (!timer)
        return NULL;
    timer->number = NO_TIMER;
    timer->next = timers;
    return timers = timer;
}

static int create(clockid_t clock, const struct sigevent *event, timer_t *result)
{
    struct timer *timer = take_record();
    int number, id = timer ? find_helper() : 0;
    if (!id)
        return EAGAIN;
    if (event->sigev_notify_attributes) {
        if (glibc_compat_copy_attributes(&timer->attributes, event->sigev_notify_attributes))
            return EAGAIN;
    } else {
        pthread_attr_init(&timer->attributes);
    }
    pthread_attr_setdetachstate(&timer->attributes, PTHREAD_CREATE_DETACHED);
    timer->function = event->sigev_notify_function;
    timer->value = event->sigev_value;
    struct kernel_event told = { { .sival_ptr = timer }, EXPIRATION, SIGEV_THREAD_ID, id, { 0 } };
    if (syscall(SYS_timer_create, clock, &told, &number)) {
        pthread_attr_destroy(&timer->attributes);
        return errno;
    }
    timer->number = number;
    *result = (timer_t)(INTPTR_MIN | (intptr_t)((uintptr_t)timer >> 1));
    return 0;
}

/// timer_create(2). Errors beside the kernel's: EAGAIN without memory or room for a thread.
int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer)
{
    sigset_t all, before;
    if (!event || event->sigev_notify != SIGEV_THREAD)
        return NEXT(timer_create)(clock, event, timer);
    int saved = errno;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    take_lock(&lock);
    int error = create(clock, event, timer);
    give_lock(&lock);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = error ? error : saved;
    return error ? -1 : 0;
}

static struct timer *record_of(timer_t timer) { return (intptr_t)timer < 0 ? (struct timer *)((uintptr_t)timer << 1) : NULL; }

// The kernel's number of a timer. There is none that the kernel knows for one that has been deleted.
static timer_t kernels(timer_t timer)
{
    struct timer *record = record_of(timer);
    return record ? (timer_t)(intptr_t)(record->number & INT32_MAX) : timer;
}

/// timer_settime(2).
int timer_settime(timer_t timer, int flags, const struct itimerspec *restrict value, struct itimerspec *restrict old)
{
    return NEXT(timer_settime)(kernels(timer), flags, value, old);
}

/// timer_gettime(2).
int timer_gettime(timer_t timer, struct itimerspec *value) { return NEXT(timer_gettime)(kernels(timer), value); }

/// timer_getoverrun(2).
int timer_getoverrun(timer_t timer) { return NEXT(timer_getoverrun)(kernels(timer)); }

/// timer_delete(2). A function that runs already goes on. Errors: EINVAL for a timer that there is not.
int timer_delete(timer_t timer)
{
    struct timer *record = record_of(timer);
    sigset_t all, before;
    int result = -1;
    if (!record)
        return (int)syscall(SYS_timer_delete, (int)(intptr_t)timer);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    take_lock(&lock);
    if (record->number == NO_TIMER) {
        errno = EINVAL;
    } else if (!(result = (int)syscall(SYS_timer_delete, record->number))) {
        record->number = NO_TIMER;
        pthread_attr_destroy(&record->attributes);
    }
    give_lock(&lock);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return result;
}

void glibc_compat_timers_forked(void)
{
    // A child has none of its parent's timers.
    for (struct timer *timer = timers; timer; timer = timer->next)
        timer->number = NO_TIMER;
    helper = 0;
    atomic_store(&lock, 0);
}
