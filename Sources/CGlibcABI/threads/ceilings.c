// <pthread.h>: mutexes with a priority ceiling.
//
// The lock word is an ordinary mutex's, so that musl's wait for a shared condition variable can give the mutex back and take it. Who holds a
// ceiling runs at its priority at least; priorities.c counts them.
#include <errno.h>
#include <limits.h>
#include <sched.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "ceilings.h"
#include "futex.h"

static int type_of(pthread_mutex_t *mutex) { return kind_of(mutex) & GLIBC_TYPE_BITS; }

static int own_thread(void)
{
    if (!glibc_compat_thread.id)
        glibc_compat_thread.id = (int)syscall(SYS_gettid);
    return glibc_compat_thread.id;
}

static int is_held_here(pthread_mutex_t *mutex) { return word_of(mutex, OWNER_WORD) == own_thread(); }

void glibc_compat_init_protected(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes)
{
    memset(mutex, 0, sizeof *mutex);
    int ceiling;
    pthread_mutexattr_getprioceiling(attributes, &ceiling);
    mutex->__u.__i[CEILING_WORD] = ceiling;
    mutex->__u.__i[MUSL_TYPE_WORD] = (int)(attributes->__attr & MUSL_SHARED);
    mutex->__u.__i[GLIBC_KIND_WORD] = GLIBC_PROTECTED | (int)(attributes->__attr & GLIBC_TYPE_BITS);
}

static int try_word(pthread_mutex_t *mutex)
{
    int unheld = 0;
    return atomic_compare_exchange_strong_explicit(WORD(mutex, MUSL_LOCK_WORD), &unheld, EBUSY, memory_order_acquire, memory_order_relaxed);
}

static int take_word(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD);
    if (try_word(mutex))
        return 0;
    if (deadline && (deadline->tv_nsec < 0 || deadline->tv_nsec >= 1000000000))
        return EINVAL;
    int operation = (is_shared(mutex) ? FUTEX_WAIT_BITSET : FUTEX_WAIT_BITSET_PRIVATE) | (clock == CLOCK_REALTIME ? FUTEX_CLOCK_REALTIME : 0);
    while (atomic_exchange_explicit(lock, EBUSY | SOMEBODY_SLEEPS, memory_order_acquire))
        if ((deadline && deadline->tv_sec < 0) || futex(lock, operation, EBUSY | SOMEBODY_SLEEPS, deadline) == -ETIMEDOUT)
            return ETIMEDOUT;
    return 0;
}

static void give_word(pthread_mutex_t *mutex)
{
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD);
    int operation = is_shared(mutex) ? FUTEX_WAKE : FUTEX_WAKE_PRIVATE, waiters = word_of(mutex, MUSL_WAITERS_WORD);
    if (atomic_exchange_explicit(lock, 0, memory_order_release) & SOMEBODY_SLEEPS || waiters)
        futex(lock, operation, 1, NULL);
}

// Once more for the thread that has it: 0 where the call is to go on.
static int again(pthread_mutex_t *mutex, int *result)
{
    int *count = &mutex->__u.__i[MUSL_COUNT_WORD];
    if (!is_held_here(mutex) || (type_of(mutex) != PTHREAD_MUTEX_RECURSIVE && type_of(mutex) != PTHREAD_MUTEX_ERRORCHECK))
        return 0;
    *result = type_of(mutex) == PTHREAD_MUTEX_ERRORCHECK ? EDEADLK : *count == INT_MAX ? EAGAIN : (++*count, 0);
    return 1;
}

// The thread takes the ceiling's priority before it takes the mutex, which another thread may give another ceiling meanwhile.
static int lock_with(pthread_mutex_t *mutex, int may_wait, clockid_t clock, const struct timespec *deadline)
{
    int result, taken = -1;
    if (again(mutex, &result))
        return result;
    for (;;) {
        int ceiling = word_of(mutex, CEILING_WORD), error = glibc_compat_own_priority() > ceiling ? EINVAL : 0;
        if (error) {
            if (taken != -1)
                glibc_compat_change_ceiling(taken, -1);
            return error;
        }
        if ((error = glibc_compat_change_ceiling(taken, ceiling)))
            return error;
        taken = ceiling;
        error = may_wait ? take_word(mutex, clock, deadline) : try_word(mutex) ? 0 : EBUSY;
        if (error) {
            glibc_compat_change_ceiling(taken, -1);
            return error;
        }
        if (word_of(mutex, CEILING_WORD) == ceiling)
            break;
        give_word(mutex);
    }
    atomic_store_explicit(WORD(mutex, OWNER_WORD), own_thread(), memory_order_relaxed);
    return 0;
}

int glibc_compat_lock_protected(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    return lock_with(mutex, 1, clock, deadline);
}

int glibc_compat_try_protected(pthread_mutex_t *mutex) { return lock_with(mutex, 0, CLOCK_REALTIME, NULL); }

static int may_give(pthread_mutex_t *mutex)
{
    int type = type_of(mutex);
    return (type != PTHREAD_MUTEX_RECURSIVE && type != PTHREAD_MUTEX_ERRORCHECK) || is_held_here(mutex);
}

int glibc_compat_unlock_protected(pthread_mutex_t *mutex)
{
    int type = type_of(mutex), *count = &mutex->__u.__i[MUSL_COUNT_WORD];
    if (!may_give(mutex))
        return EPERM;
    if (type == PTHREAD_MUTEX_RECURSIVE && *count) {
        --*count;
        return 0;
    }
    int ceiling = word_of(mutex, CEILING_WORD);
    atomic_store_explicit(WORD(mutex, OWNER_WORD), 0, memory_order_relaxed);
    give_word(mutex);
    return glibc_compat_change_ceiling(ceiling, -1);
}

int glibc_compat_before_protected_wait(pthread_mutex_t *mutex, int *ceiling)
{
    if (!may_give(mutex))
        return EPERM;
    *ceiling = word_of(mutex, CEILING_WORD);
    atomic_store_explicit(WORD(mutex, OWNER_WORD), 0, memory_order_relaxed);
    return 0;
}

// The priority was kept in the sleep; another thread may have given the mutex another ceiling. musl takes the lock word without the mark, and
// others may sleep still.
void glibc_compat_after_protected_wait(pthread_mutex_t *mutex, int ceiling)
{
    atomic_store_explicit(WORD(mutex, OWNER_WORD), own_thread(), memory_order_relaxed);
    atomic_fetch_or(WORD(mutex, MUSL_LOCK_WORD), SOMEBODY_SLEEPS);
    int now = word_of(mutex, CEILING_WORD);
    if (now != ceiling)
        glibc_compat_change_ceiling(ceiling, now);
}

/// pthread_mutex_getprioceiling(3). Errors: EINVAL for a mutex without one.
int pthread_mutex_getprioceiling(const pthread_mutex_t *restrict mutex, int *restrict ceiling)
{
    pthread_mutex_t *any = (pthread_mutex_t *)mutex;
    if (!is_protected(any))
        return EINVAL;
    *ceiling = word_of(any, CEILING_WORD);
    return 0;
}

/// pthread_mutex_setprioceiling(3): waits for the mutex without taking part in its protocol. Errors: EINVAL for a mutex without a ceiling and for
/// what is no priority of SCHED_FIFO; EDEADLK for a checking mutex that is the thread's own.
int pthread_mutex_setprioceiling(pthread_mutex_t *restrict mutex, int ceiling, int *restrict old)
{
    if (!is_protected(mutex) || ceiling < sched_get_priority_min(SCHED_FIFO) || ceiling > sched_get_priority_max(SCHED_FIFO))
        return EINVAL;
    int is_own = is_held_here(mutex) && type_of(mutex) == PTHREAD_MUTEX_RECURSIVE;
    if (is_held_here(mutex) && type_of(mutex) == PTHREAD_MUTEX_ERRORCHECK)
        return EDEADLK;
    if (!is_own)
        take_word(mutex, CLOCK_REALTIME, NULL);
    int before = word_of(mutex, CEILING_WORD);
    int error = is_own ? glibc_compat_change_ceiling(before, ceiling) : 0;
    if (!error) {
        if (old)
            *old = before;
        atomic_store_explicit(WORD(mutex, CEILING_WORD), ceiling, memory_order_relaxed);
    }
    if (!is_own)
        give_word(mutex);
    return error;
}
