// <pthread.h>, <threads.h>: condition variables. Those of one process are done here; shared ones are musl's.
//
// Each waiter puts a record on its own stack into the condition's list, oldest first, gives the mutex back and sleeps on a semaphore in the
// record. A signal takes the oldest out and posts its semaphore; with nobody in the list it is one load. The semaphore is musl's, because its
// wait is a cancellation point.
//
// Who is signalled never touches the condition again, so it may be gone by then. Who leaves by a time-out or a cancellation takes its record out
// itself, and pthread_cond_destroy waits for that.
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <threads.h>
#include "ceilings.h"
#include "clocks.h"
#include "futex.h"
#include "mutex-words.h"
#include "next.h"
#include "thread-state.h"

// Words of the object: musl's pthread_cond_init writes the first two, all others begin as 0 as in glibc's initialiser.
enum { SHARED_POINTER = 0, CLOCK_WORD = 4, OLDEST_POINTER = 1, DESTROYED_WORD = 5, NEWEST_POINTER = 5, LOCK_WORD = 8 };
// musl's semaphore: its value, negative where somebody sleeps; how many wait; the flag that keeps its futex to this process.
enum { VALUE_WORD = 0, WAITERS_WORD = 1, PRIVATE_WORD = 2, PRIVATE = 128 };

enum waiter_state { WAITING, SIGNALLED, LEAVING };

struct waiter {
    struct waiter *older, *newer;
    pthread_cond_t *condition;
    _Atomic int state;
    sem_t semaphore;
};

static int between_processes(const pthread_cond_t *condition) { return condition->__u.__p[SHARED_POINTER] != NULL; }
static struct waiter *_Atomic *oldest(pthread_cond_t *condition) { return (struct waiter *_Atomic *)&condition->__u.__p[OLDEST_POINTER]; }
static struct waiter **newest(pthread_cond_t *condition) { return (struct waiter **)&condition->__u.__p[NEWEST_POINTER]; }
static _Atomic int *value_of(struct waiter *waiter) { return (_Atomic int *)&waiter->semaphore.__val[VALUE_WORD]; }

// 0: free, 1: held, 2: held and somebody may sleep.
static void lock_list(pthread_cond_t *condition)
{
    _Atomic int *lock = (_Atomic int *)&condition->__u.__vi[LOCK_WORD];
    int unheld = 0;
    if (!atomic_compare_exchange_strong(lock, &unheld, 1))
        while (atomic_exchange(lock, 2))
            futex_wait_until(lock, 2, CLOCK_MONOTONIC, NULL);
}

static void unlock_list(pthread_cond_t *condition)
{
    _Atomic int *lock = (_Atomic int *)&condition->__u.__vi[LOCK_WORD];
    if (atomic_exchange(lock, 0) == 2)
        futex_wake(lock, 1);
}

static void take_out(pthread_cond_t *condition, struct waiter *waiter)
{
    if (waiter->older)
        waiter->older->newer = waiter->newer;
    else
        atomic_store_explicit(oldest(condition), waiter->newer, memory_order_release);
    if (waiter->newer)
        waiter->newer->older = waiter->older;
    else
        *newest(condition) = waiter->older;
}

static void add(pthread_cond_t *condition, struct waiter *waiter)
{
    lock_list(condition);
    waiter->older = *newest(condition);
    if (waiter->older)
        waiter->older->newer = waiter;
    else
        atomic_store_explicit(oldest(condition), waiter, memory_order_release);
    *newest(condition) = waiter;
    unlock_list(condition);
}

// Wakes up to `count` waiters.
static int wake(pthread_cond_t *condition, int count)
{
    struct waiter *chosen = NULL, **end = &chosen, *next;
    lock_list(condition);
    for (struct waiter *each = *oldest(condition); each && count; each = next) {
        next = each->newer;
        int state = WAITING;
        // One that leaves takes itself out, and wants no signal.
        if (!atomic_compare_exchange_strong(&each->state, &state, SIGNALLED))
            continue;
        take_out(condition, each);
        each->newer = NULL;
        *end = each;
        end = &each->newer;
        count--;
    }
    unlock_list(condition);
    for (struct waiter *each = chosen; each; each = next) {
        next = each->newer;
        // The exchange ends the record's life; a wake-up at an address that is another's by then does no harm.
        _Atomic int *value = value_of(each);
        if (atomic_exchange(value, 1) < 0)
            futex_wake(value, 1);
    }
    return 0;
}

// Out of the list: 1 where a signal came first. It is then on its way to the record, which must not end before.
static int leave(struct waiter *waiter)
{
    int state = WAITING;
    if (!atomic_compare_exchange_strong(&waiter->state, &state, LEAVING)) {
        for (int value; (value = atomic_load(value_of(waiter))) <= 0;)
            futex_wait_until(value_of(waiter), value, CLOCK_MONOTONIC, NULL);
        return 1;
    }
    pthread_cond_t *condition = waiter->condition;
    _Atomic int *destroyed = (_Atomic int *)&condition->__u.__vi[DESTROYED_WORD];
    lock_list(condition);
    take_out(condition, waiter);
    int awaited = atomic_exchange(destroyed, 0);
    unlock_list(condition);
    if (awaited)
        futex_wake(destroyed, INT_MAX);
    return 0;
}

static int sleep_until(struct waiter *waiter, clockid_t clock, const struct timespec *deadline)
{
    for (;;) {
        struct timespec converted;
        const struct timespec *until = deadline;
        if (deadline && clock != CLOCK_REALTIME) {
            glibc_compat_convert_deadline(clock, deadline, CLOCK_REALTIME, &converted);
            until = &converted;
        }
        if (!(until ? NEXT(sem_timedwait)(&waiter->semaphore, until) : NEXT(sem_wait)(&waiter->semaphore)))
            return 0;
        if (errno == ECANCELED)
            return ECANCELED;
        // A clock that was set between two looks at it is not a time that has passed.
        if (errno == ETIMEDOUT && (clock == CLOCK_REALTIME || glibc_compat_deadline_passed(clock, deadline)))
            return ETIMEDOUT;
    }
}

// musl's own state for this: a cancellation ends the sleep with ECANCELED and waits until the mutex is ours again.
static void mask_cancellation(struct cancellation *before) { glibc_compat_restrict_cancellation(before, PTHREAD_CANCEL_MASKED); }

static int act_on_cancellation(const struct cancellation *before, int error)
{
    glibc_compat_restore_cancellation(before);
    // With a deadline that had passed nobody has looked for one.
    if (error == ECANCELED || error == ETIMEDOUT)
        NEXT(pthread_testcancel)();
    return error;
}

static int wait_privately(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    // A waiter that is counted from the start: musl does not spin before it sleeps.
    struct waiter waiter = { .condition = condition, .semaphore = { { [WAITERS_WORD] = 1, [PRIVATE_WORD] = PRIVATE } } };
    add(condition, &waiter);
    int error = pthread_mutex_unlock(mutex);
    if (error) {
        if (leave(&waiter))
            wake(condition, 1);
        return error;
    }
    struct cancellation before;
    mask_cancellation(&before);
    error = sleep_until(&waiter, clock, deadline);
    // Who has had a signal must make use of it.
    if (error && leave(&waiter))
        error = 0;
    int failed = pthread_mutex_lock(mutex);
    return act_on_cancellation(&before, failed ? failed : error);
}

static int wait_shared(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    clockid_t own = condition->__u.__i[CLOCK_WORD];
    struct timespec converted;
    const struct timespec *until = deadline;
    if (deadline && clock != own) {
        glibc_compat_convert_deadline(clock, deadline, own, &converted);
        until = &converted;
    }
    int ceiling, has_ceiling = is_protected(mutex);
    if (has_ceiling && glibc_compat_before_protected_wait(mutex, &ceiling))
        return EPERM;
    struct cancellation before;
    mask_cancellation(&before);
    int error = NEXT(pthread_cond_timedwait)(condition, mutex, until);
    // musl does not mark the mutex when it gets it after a sleep, and others may sleep still.
    if (has_ceiling)
        glibc_compat_after_protected_wait(mutex, ceiling);
    else if (error != EPERM && error != EINVAL)
        glibc_compat_mark_waited(mutex);
    error = act_on_cancellation(&before, error);
    // Where the two clocks moved apart meanwhile this returns early, as any wait may, rather than report a time-out that has not come.
    return error == ETIMEDOUT && clock != own && !glibc_compat_deadline_passed(clock, deadline) ? 0 : error;
}

static int wait_until(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    if (deadline && (deadline->tv_nsec < 0 || deadline->tv_nsec >= 1000000000))
        return EINVAL;
    int error_before = errno, type;
    // Where a cancellation strikes anywhere, it may not strike here.
    NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_DEFERRED, &type);
    int error = (between_processes(condition) ? wait_shared : wait_privately)(condition, mutex, clock, deadline);
    if (type != PTHREAD_CANCEL_DEFERRED)
        NEXT(pthread_setcanceltype)(type, NULL);
    errno = error_before;
    return error;
}

// What the cancellation points of cancel-points.S call.
int glibc_compat_pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex);
int glibc_compat_pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *deadline);
int glibc_compat_pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline);
int glibc_compat_cnd_wait(cnd_t *condition, mtx_t *mutex);
int glibc_compat_cnd_timedwait(cnd_t *condition, mtx_t *mutex, const struct timespec *deadline);

/// pthread_cond_wait(3). EPERM where the mutex is one with an owner and another thread's.
int glibc_compat_pthread_cond_wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    return wait_until(condition, mutex, CLOCK_REALTIME, NULL);
}

/// pthread_cond_timedwait(3): by the clock that the condition was made with.
int glibc_compat_pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *deadline)
{
    return wait_until(condition, mutex, condition->__u.__i[CLOCK_WORD], deadline);
}

/// pthread_cond_clockwait(3): a deadline of CLOCK_REALTIME or CLOCK_MONOTONIC, whatever clock the condition was made with.
int glibc_compat_pthread_cond_clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    return glibc_compat_is_wait_clock(clock) ? wait_until(condition, mutex, clock, deadline) : EINVAL;
}

/// cnd_wait(3).
int glibc_compat_cnd_wait(cnd_t *condition, mtx_t *mutex)
{
    return wait_until((pthread_cond_t *)condition, (pthread_mutex_t *)mutex, CLOCK_REALTIME, NULL) ? thrd_error : thrd_success;
}

/// cnd_timedwait(3): a deadline of CLOCK_REALTIME.
int glibc_compat_cnd_timedwait(cnd_t *condition, mtx_t *mutex, const struct timespec *deadline)
{
    int error = wait_until((pthread_cond_t *)condition, (pthread_mutex_t *)mutex, CLOCK_REALTIME, deadline);
    return error ? error == ETIMEDOUT ? thrd_timedout : thrd_error : thrd_success;
}

/// pthread_cond_signal(3).
int pthread_cond_signal(pthread_cond_t *condition)
{
    if (between_processes(condition))
        return NEXT(pthread_cond_signal)(condition);
    return atomic_load_explicit(oldest(condition), memory_order_acquire) ? wake(condition, 1) : 0;
}

/// pthread_cond_broadcast(3).
int pthread_cond_broadcast(pthread_cond_t *condition)
{
    if (between_processes(condition))
        return NEXT(pthread_cond_broadcast)(condition);
    return atomic_load_explicit(oldest(condition), memory_order_acquire) ? wake(condition, INT_MAX) : 0;
}

/// pthread_cond_destroy(3): waits for those that leave by a time-out; who sleeps on has made a mistake, and is not waited for.
int pthread_cond_destroy(pthread_cond_t *condition)
{
    if (between_processes(condition))
        return NEXT(pthread_cond_destroy)(condition);
    _Atomic int *destroyed = (_Atomic int *)&condition->__u.__vi[DESTROYED_WORD];
    for (;;) {
        int leaving = 0;
        lock_list(condition);
        for (struct waiter *each = *oldest(condition); each && !leaving; each = each->newer)
            leaving = atomic_load(&each->state) == LEAVING;
        if (leaving)
            atomic_store(destroyed, 1);
        unlock_list(condition);
        if (!leaving)
            return 0;
        futex_wait_until(destroyed, 1, CLOCK_MONOTONIC, NULL);
    }
}

// <threads.h>'s names for the same.
int cnd_signal(cnd_t *condition) { return pthread_cond_signal((pthread_cond_t *)condition) ? thrd_error : thrd_success; }
int cnd_broadcast(cnd_t *condition) { return pthread_cond_broadcast((pthread_cond_t *)condition) ? thrd_error : thrd_success; }
void cnd_destroy(cnd_t *condition) { pthread_cond_destroy((pthread_cond_t *)condition); }
