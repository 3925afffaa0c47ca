// Mutexes that somebody else holds.
//
// Whoever has to sleep marks the lock word first, and whoever gets the mutex after a sleep marks it as well, because others may sleep still: one
// wake-up for each sleep, and none where nobody sleeps. musl's own functions count waiters in a word beside; where that is not 0 a giver wakes.
#include <limits.h>
#include <unistd.h>
#include "futex.h"
#include "mutex-words.h"
#include "next.h"

static int valid(const struct timespec *deadline) { return deadline->tv_nsec >= 0 && deadline->tv_nsec < 1000000000; }

// Sleeps while the lock word holds `value`: 0 where it is worth another look.
static int sleep_on(_Atomic int *lock, int value, clockid_t clock, const struct timespec *deadline)
{
    // The kernel knows no times before its clock's.
    if (deadline && deadline->tv_sec < 0)
        return ETIMEDOUT;
    return futex_wait_until(lock, value, clock, deadline) == -ETIMEDOUT ? ETIMEDOUT : 0;
}

int glibc_compat_lock_ordinary(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD);
    int unheld = 0;
    if (atomic_compare_exchange_strong_explicit(lock, &unheld, EBUSY, memory_order_acquire, memory_order_relaxed))
        return 0;
    if (deadline && !valid(deadline))
        return EINVAL;
    while (atomic_exchange_explicit(lock, EBUSY | SOMEBODY_SLEEPS, memory_order_acquire)) {
        int error = sleep_on(lock, EBUSY | SOMEBODY_SLEEPS, clock, deadline);
        if (error)
            return error;
    }
    return 0;
}

void glibc_compat_mark_waited(pthread_mutex_t *mutex)
{
    if (!is_shared(mutex) && (is_ordinary(mutex) || is_owned(mutex)))
        atomic_fetch_or(WORD(mutex, MUSL_LOCK_WORD), SOMEBODY_SLEEPS);
}

static int own_thread(void)
{
    if (!glibc_compat_thread.id)
        glibc_compat_thread.id = (int)syscall(SYS_gettid);
    return glibc_compat_thread.id;
}

// Once more for the thread that has it already: 0 where it has not.
static int again(pthread_mutex_t *mutex, int value, int own, int *result)
{
    if ((value & OWNER_BITS) != own)
        return 0;
    _Atomic int *count = WORD(mutex, MUSL_COUNT_WORD);
    if ((word_of(mutex, MUSL_TYPE_WORD) & MUSL_TYPE_BITS) == PTHREAD_MUTEX_ERRORCHECK)
        *result = EDEADLK;
    else if (atomic_load_explicit(count, memory_order_relaxed) == INT_MAX)
        *result = EAGAIN;
    else {
        atomic_store_explicit(count, atomic_load_explicit(count, memory_order_relaxed) + 1, memory_order_relaxed);
        *result = 0;
    }
    return 1;
}

int glibc_compat_try_owned(pthread_mutex_t *mutex)
{
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD);
    int own = own_thread(), value = 0, result;
    if (atomic_compare_exchange_strong_explicit(lock, &value, own, memory_order_acquire, memory_order_relaxed)) {
        link_to_itself(mutex);
        return 0;
    }
    return again(mutex, value, own, &result) && result != EDEADLK ? result : EBUSY;
}

// glibc calls it a deadlock where a robust mutex, or one with priority inheritance, is a checking one and the thread's own already.
int glibc_compat_try_special(pthread_mutex_t *mutex, int result)
{
    int type = word_of(mutex, MUSL_TYPE_WORD) & MUSL_TYPE_BITS, special = type & ~3, kind = type & 3;
    if (result != EBUSY || !special || kind != PTHREAD_MUTEX_ERRORCHECK)
        return result;
    return (word_of(mutex, MUSL_LOCK_WORD) & OWNER_BITS) == own_thread() ? EDEADLK : EBUSY;
}

int glibc_compat_lock_owned(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline)
{
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD);
    int own = own_thread(), value = 0, result, mark = 0;
    while (!atomic_compare_exchange_strong_explicit(lock, &value, own | mark, memory_order_acquire, memory_order_relaxed)) {
        if (again(mutex, value, own, &result))
            return result;
        if (deadline && !valid(deadline))
            return EINVAL;
        if (value & SOMEBODY_SLEEPS || atomic_compare_exchange_strong(lock, &value, value | SOMEBODY_SLEEPS)) {
            int error = sleep_on(lock, value | SOMEBODY_SLEEPS, clock, deadline);
            if (error)
                return error;
            mark = SOMEBODY_SLEEPS;
        }
        value = 0;
    }
    link_to_itself(mutex);
    return 0;
}

int glibc_compat_unlock_owned(pthread_mutex_t *mutex)
{
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD), *count = WORD(mutex, MUSL_COUNT_WORD);
    if ((atomic_load_explicit(lock, memory_order_relaxed) & OWNER_BITS) != own_thread())
        return EPERM;
    // In a list of musl's: it was taken by a function of musl.
    if (!is_linked_to_itself(mutex))
        return NEXT(pthread_mutex_unlock)(mutex);
    int times = atomic_load_explicit(count, memory_order_relaxed);
    if (times && (word_of(mutex, MUSL_TYPE_WORD) & MUSL_TYPE_BITS) == PTHREAD_MUTEX_RECURSIVE) {
        atomic_store_explicit(count, times - 1, memory_order_relaxed);
        return 0;
    }
    int waiters = word_of(mutex, MUSL_WAITERS_WORD);
    if (atomic_exchange_explicit(lock, 0, memory_order_release) & SOMEBODY_SLEEPS || waiters)
        futex_wake(lock, 1);
    return 0;
}
