// <pthread.h>: read-write locks with glibc's kinds, deadlock reports and clocks. musl does the locking.
//
// glibc keeps the preference at word 12, where PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP puts it; musl uses the first three words. For a
// lock that prefers writers, word 5 counts the waiting ones, and readers wait until there are none. Words 6 and 7 hold the thread that writes,
// by which a second lock in the same thread is EDEADLK instead of a deadlock.
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "alias.h"
#include "clocks.h"
#include "next.h"

enum { READER, WRITER, WRITER_NONRECURSIVE };
enum { SHARED_WORD = 2, WAITING_WRITERS_WORD = 5, OWNER_WORD = 6, PREFERENCE_WORD = 12 };
enum { FUTEX_WAIT_BITSET = 9, FUTEX_WAKE = 1, FUTEX_CLOCK_REALTIME = 256 };

static _Atomic uintptr_t *owner(pthread_rwlock_t *lock) { return (_Atomic uintptr_t *)&lock->__u.__i[OWNER_WORD]; }
static _Atomic int *waiting(pthread_rwlock_t *lock) { return (_Atomic int *)&lock->__u.__i[WAITING_WRITERS_WORD]; }
static int prefers_writers(const pthread_rwlock_t *lock) { return lock->__u.__i[PREFERENCE_WORD] == WRITER_NONRECURSIVE; }

static int held_by_us(pthread_rwlock_t *lock)
{
    // In another process the same value may mean another thread.
    return !lock->__u.__i[SHARED_WORD] && atomic_load_explicit(owner(lock), memory_order_relaxed) == (uintptr_t)pthread_self();
}

static void now_ours(pthread_rwlock_t *lock) { atomic_store_explicit(owner(lock), (uintptr_t)pthread_self(), memory_order_relaxed); }

// Until no writer waits, or the deadline, of CLOCK_REALTIME, has passed.
static int let_writers_pass(pthread_rwlock_t *lock, const struct timespec *deadline)
{
    for (int writers; (writers = atomic_load(waiting(lock)));)
        if (syscall(SYS_futex, waiting(lock), FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME, writers, deadline, NULL, -1) && errno == ETIMEDOUT)
            return ETIMEDOUT;
    return 0;
}

static void no_longer_waiting(pthread_rwlock_t *lock)
{
    if (atomic_fetch_sub(waiting(lock), 1) == 1)
        syscall(SYS_futex, waiting(lock), FUTEX_WAKE, 0x7fffffff);
}

/// pthread_rwlock_init(3).
int pthread_rwlock_init(pthread_rwlock_t *restrict lock, const pthread_rwlockattr_t *restrict attributes)
{
    int error = NEXT(pthread_rwlock_init)(lock, attributes);
    if (!error && attributes)
        lock->__u.__i[PREFERENCE_WORD] = (int)attributes->__attr[1];
    return error;
}
ALIAS(pthread_rwlock_init, __pthread_rwlock_init);

int __pthread_rwlock_destroy(pthread_rwlock_t *lock) { return NEXT(pthread_rwlock_destroy)(lock); }

/// pthread_rwlock_tryrdlock(3): EBUSY also while a writer waits for a lock that prefers writers.
int pthread_rwlock_tryrdlock(pthread_rwlock_t *lock)
{
    if (prefers_writers(lock) && atomic_load(waiting(lock)))
        return EBUSY;
    return NEXT(pthread_rwlock_tryrdlock)(lock);
}
ALIAS(pthread_rwlock_tryrdlock, __pthread_rwlock_tryrdlock);

/// pthread_rwlock_timedrdlock(3).
int pthread_rwlock_timedrdlock(pthread_rwlock_t *restrict lock, const struct timespec *restrict deadline)
{
    if (held_by_us(lock))
        return EDEADLK;
    if (prefers_writers(lock) && atomic_load(waiting(lock))) {
        int error = let_writers_pass(lock, deadline);
        if (error)
            return error;
    }
    return NEXT(pthread_rwlock_timedrdlock)(lock, deadline);
}

/// pthread_rwlock_rdlock(3).
int pthread_rwlock_rdlock(pthread_rwlock_t *lock)
{
    // Most locks are free.
    int error = pthread_rwlock_tryrdlock(lock);
    return error == EBUSY ? pthread_rwlock_timedrdlock(lock, NULL) : error;
}
ALIAS(pthread_rwlock_rdlock, __pthread_rwlock_rdlock);

/// pthread_rwlock_trywrlock(3).
int pthread_rwlock_trywrlock(pthread_rwlock_t *lock)
{
    int error = NEXT(pthread_rwlock_trywrlock)(lock);
    if (!error)
        now_ours(lock);
    return error;
}
ALIAS(pthread_rwlock_trywrlock, __pthread_rwlock_trywrlock);

/// pthread_rwlock_timedwrlock(3).
int pthread_rwlock_timedwrlock(pthread_rwlock_t *restrict lock, const struct timespec *restrict deadline)
{
    if (held_by_us(lock))
        return EDEADLK;
    int preferred = prefers_writers(lock);
    if (preferred)
        atomic_fetch_add(waiting(lock), 1);
    int error = NEXT(pthread_rwlock_timedwrlock)(lock, deadline);
    if (!error)
        now_ours(lock);
    if (preferred)
        no_longer_waiting(lock);
    return error;
}

/// pthread_rwlock_wrlock(3).
int pthread_rwlock_wrlock(pthread_rwlock_t *lock) { return pthread_rwlock_timedwrlock(lock, NULL); }
ALIAS(pthread_rwlock_wrlock, __pthread_rwlock_wrlock);

/// pthread_rwlock_unlock(3).
int pthread_rwlock_unlock(pthread_rwlock_t *lock)
{
    if (atomic_load_explicit(owner(lock), memory_order_relaxed))
        atomic_store_explicit(owner(lock), 0, memory_order_relaxed);
    return NEXT(pthread_rwlock_unlock)(lock);
}
ALIAS(pthread_rwlock_unlock, __pthread_rwlock_unlock);

static int with_clock(int (*timed)(pthread_rwlock_t *restrict, const struct timespec *restrict), int (*try)(pthread_rwlock_t *),
                      pthread_rwlock_t *lock, clockid_t clock, const struct timespec *deadline)
{
    if (!glibc_compat_is_wait_clock(clock))
        return EINVAL;
    if (deadline->tv_nsec < 0 || deadline->tv_nsec >= 1000000000)
        return EINVAL;
    if (clock == CLOCK_REALTIME)
        return timed(lock, deadline);
    int error = try(lock);
    while (error == EBUSY || error == ETIMEDOUT) {
        if (error == ETIMEDOUT && glibc_compat_deadline_passed(clock, deadline))
            break;
        struct timespec converted;
        glibc_compat_convert_deadline(clock, deadline, CLOCK_REALTIME, &converted);
        error = timed(lock, &converted);
    }
    return error;
}

/// pthread_rwlock_clockrdlock(3): CLOCK_REALTIME or CLOCK_MONOTONIC.
int pthread_rwlock_clockrdlock(pthread_rwlock_t *restrict lock, clockid_t clock, const struct timespec *restrict deadline)
{
    return with_clock(pthread_rwlock_timedrdlock, pthread_rwlock_tryrdlock, lock, clock, deadline);
}

/// pthread_rwlock_clockwrlock(3).
int pthread_rwlock_clockwrlock(pthread_rwlock_t *restrict lock, clockid_t clock, const struct timespec *restrict deadline)
{
    return with_clock(pthread_rwlock_timedwrlock, pthread_rwlock_trywrlock, lock, clock, deadline);
}

/// pthread_rwlockattr_setkind_np(3). As in glibc only the non-recursive writer kind changes anything.
int pthread_rwlockattr_setkind_np(pthread_rwlockattr_t *attributes, int kind)
{
    if (kind < READER || kind > WRITER_NONRECURSIVE)
        return EINVAL;
    attributes->__attr[1] = (unsigned)kind;
    return 0;
}

/// pthread_rwlockattr_getkind_np(3).
int pthread_rwlockattr_getkind_np(const pthread_rwlockattr_t *attributes, int *kind)
{
    *kind = (int)attributes->__attr[1];
    return 0;
}
