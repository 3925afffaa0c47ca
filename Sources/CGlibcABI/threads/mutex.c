// <pthread.h>: mutexes of every kind that glibc's static initialisers set (mutex-words.h says what is done here and what in musl).
//
// glibc keeps the kind of a mutex in its fifth word, musl in its first and leaves the fifth alone. A program's
// PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP is therefore moved into musl's word by the first operation on the mutex. Several threads may do
// that at once: each ORs the same bits into musl's word before it clears glibc's, so whoever finds glibc's word clear finds musl's set.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "alias.h"
#include "ceilings.h"
#include "clocks.h"
#include "futex.h"
#include "mutex-words.h"
#include "next.h"

static int adopt_kind(pthread_mutex_t *mutex)
{
    _Atomic int *words = (_Atomic int *)mutex->__u.__i;
    int kind = atomic_load_explicit(&words[GLIBC_KIND_WORD], memory_order_acquire);
    if (kind < 0 || kind > GLIBC_ADAPTIVE)
        return EINVAL;
    if (kind == PTHREAD_MUTEX_RECURSIVE || kind == PTHREAD_MUTEX_ERRORCHECK)
        atomic_fetch_or(&words[MUSL_TYPE_WORD], kind);
    atomic_store_explicit(&words[GLIBC_KIND_WORD], 0, memory_order_release);
    return 0;
}

#define ADOPT_KIND(mutex) \
    do { \
        if (__builtin_expect(kind_of(mutex) != 0, 0)) { \
            int adopted = adopt_kind(mutex); \
            if (adopted) \
                return adopted; \
        } \
    } while (0)

// An ordinary mutex that nobody else wants is taken and given back right here, one with an owner too; what is rare stands apart, so that the
// rest needs no stack frame. With one thread no locked instruction is needed.
static inline __attribute__((always_inline)) int alone(pthread_mutex_t *mutex) { return __libc_single_threaded && !is_shared(mutex); }

static inline __attribute__((always_inline)) int replace(pthread_mutex_t *mutex, int from, int to, memory_order order)
{
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD);
    if (!alone(mutex))
        return atomic_compare_exchange_strong_explicit(lock, &from, to, order, memory_order_relaxed);
    if (atomic_load_explicit(lock, memory_order_relaxed) != from)
        return 0;
    atomic_store_explicit(lock, to, memory_order_relaxed);
    return 1;
}

static inline __attribute__((always_inline)) int take_owned(pthread_mutex_t *mutex)
{
    int own = glibc_compat_thread.id;
    if (!own || !is_owned(mutex) || !replace(mutex, 0, own, memory_order_acquire))
        return 0;
    link_to_itself(mutex);
    return 1;
}

// musl tells the kernel of the robust mutexes that a thread has.
static void note_robust(pthread_mutex_t *mutex)
{
    if (word_of(mutex, MUSL_TYPE_WORD) & MUSL_ROBUST)
        glibc_compat_thread.has_robust_list = 1;
}

static __attribute__((noinline)) int lock_slowly(pthread_mutex_t *mutex)
{
    if (is_protected(mutex))
        return glibc_compat_lock_protected(mutex, CLOCK_REALTIME, NULL);
    ADOPT_KIND(mutex);
    if (is_owned(mutex))
        return glibc_compat_lock_owned(mutex, CLOCK_REALTIME, NULL);
    if (is_ordinary(mutex) && !is_shared(mutex))
        return glibc_compat_lock_ordinary(mutex, CLOCK_REALTIME, NULL);
    note_robust(mutex);
    return NEXT(pthread_mutex_lock)(mutex);
}

/// pthread_mutex_lock(3); EINVAL for a kind that glibc does not know either.
int pthread_mutex_lock(pthread_mutex_t *mutex)
{
    if (__builtin_expect(is_ordinary(mutex), 1) ? replace(mutex, 0, EBUSY, memory_order_acquire) : take_owned(mutex))
        return 0;
    return lock_slowly(mutex);
}
ALIAS(pthread_mutex_lock, __pthread_mutex_lock);

static __attribute__((noinline)) int try_slowly(pthread_mutex_t *mutex)
{
    if (is_protected(mutex))
        return glibc_compat_try_protected(mutex);
    ADOPT_KIND(mutex);
    note_robust(mutex);
    return is_owned(mutex) ? glibc_compat_try_owned(mutex) : glibc_compat_try_special(mutex, NEXT(pthread_mutex_trylock)(mutex));
}

/// pthread_mutex_trylock(3).
int pthread_mutex_trylock(pthread_mutex_t *mutex)
{
    if (__builtin_expect(is_ordinary(mutex), 1) ? replace(mutex, 0, EBUSY, memory_order_acquire) : take_owned(mutex))
        return 0;
    return try_slowly(mutex);
}
ALIAS(pthread_mutex_trylock, __pthread_mutex_trylock);

static __attribute__((noinline)) int unlock_slowly(pthread_mutex_t *mutex)
{
    if (is_protected(mutex))
        return glibc_compat_unlock_protected(mutex);
    ADOPT_KIND(mutex);
    if (is_owned(mutex))
        return glibc_compat_unlock_owned(mutex);
    if (!is_ordinary(mutex) || is_shared(mutex))
        return NEXT(pthread_mutex_unlock)(mutex);
    // Read before: once the mutex is given back, its memory may be another's. A wake-up of nobody does no harm.
    int waiters = word_of(mutex, MUSL_WAITERS_WORD);
    _Atomic int *lock = WORD(mutex, MUSL_LOCK_WORD);
    if (atomic_exchange_explicit(lock, 0, memory_order_release) & SOMEBODY_SLEEPS || waiters)
        futex_wake(lock, 1);
    return 0;
}

// No other thread needs waking where nobody has marked the word: musl's count is looked at first, while the mutex is still ours.
static inline __attribute__((always_inline)) int give_back(pthread_mutex_t *mutex)
{
    if (__builtin_expect(is_ordinary(mutex), 1))
        return !word_of(mutex, MUSL_WAITERS_WORD) && replace(mutex, EBUSY, 0, memory_order_release);
    int own = glibc_compat_thread.id;
    return own && is_owned(mutex) && word_of(mutex, MUSL_LOCK_WORD) == own && !(word_of(mutex, MUSL_COUNT_WORD) | word_of(mutex, MUSL_WAITERS_WORD)) &&
        is_linked_to_itself(mutex) && replace(mutex, own, 0, memory_order_release);
}

/// pthread_mutex_unlock(3): EPERM for a recursive or checking mutex of another thread.
int pthread_mutex_unlock(pthread_mutex_t *mutex) { return give_back(mutex) ? 0 : unlock_slowly(mutex); }
ALIAS(pthread_mutex_unlock, __pthread_mutex_unlock);

/// pthread_mutex_clocklock(3): the deadline is of `clock`, which is CLOCK_REALTIME or CLOCK_MONOTONIC; EINVAL for any other.
int pthread_mutex_clocklock(pthread_mutex_t *restrict mutex, clockid_t clock, const struct timespec *restrict deadline)
{
    struct timespec converted;
    int result;
    if (!glibc_compat_is_wait_clock(clock))
        return EINVAL;
    if (is_protected(mutex))
        return glibc_compat_lock_protected(mutex, clock, deadline);
    ADOPT_KIND(mutex);
    if (is_owned(mutex))
        return glibc_compat_lock_owned(mutex, clock, deadline);
    if (is_ordinary(mutex) && !is_shared(mutex))
        return glibc_compat_lock_ordinary(mutex, clock, deadline);
    note_robust(mutex);
    // musl would wait for ever for such a time to come where the mutex inherits priorities; there the kernel refuses times before the clock's.
    if (deadline->tv_nsec < 0 || deadline->tv_nsec >= 1000000000 || (word_of(mutex, MUSL_TYPE_WORD) & MUSL_INHERITS && deadline->tv_sec < 0)) {
        int checks = (word_of(mutex, MUSL_TYPE_WORD) & 3) == PTHREAD_MUTEX_ERRORCHECK;
        if (checks && (word_of(mutex, MUSL_LOCK_WORD) & OWNER_BITS) == (int)syscall(SYS_gettid))
            return EDEADLK;
        result = pthread_mutex_trylock(mutex);
        return result == EBUSY ? EINVAL : result;
    }
    if (clock == CLOCK_REALTIME)
        return NEXT(pthread_mutex_timedlock)(mutex, deadline);
    do {
        glibc_compat_convert_deadline(clock, deadline, CLOCK_REALTIME, &converted);
        result = NEXT(pthread_mutex_timedlock)(mutex, &converted);
    } while (result == ETIMEDOUT && !glibc_compat_deadline_passed(clock, deadline));
    return result;
}

/// pthread_mutex_timedlock(3): a deadline of CLOCK_REALTIME.
int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict deadline)
{
    return pthread_mutex_clocklock(mutex, CLOCK_REALTIME, deadline);
}

/// pthread_mutex_consistent(3). glibc's private older name ends in _np.
int pthread_mutex_consistent(pthread_mutex_t *mutex)
{
    if (is_protected(mutex))
        return EINVAL;
    ADOPT_KIND(mutex);
    return NEXT(pthread_mutex_consistent)(mutex);
}
ALIAS(pthread_mutex_consistent, pthread_mutex_consistent_np);

/// pthread_mutex_init(3): an adaptive mutex is an ordinary one, since spinning first changes nothing that a program can observe but time.
/// Errors: ENOTSUP for a robust mutex with a priority ceiling, as in glibc.
int pthread_mutex_init(pthread_mutex_t *restrict mutex, const pthread_mutexattr_t *restrict attributes)
{
    pthread_mutexattr_t known;
    if (attributes && attributes->__attr & PROTECT_ATTRIBUTE) {
        if (attributes->__attr & MUSL_ROBUST)
            return ENOTSUP;
        glibc_compat_init_protected(mutex, attributes);
        return 0;
    }
    if (attributes) {
        known = *attributes;
        if ((known.__attr & 3) == GLIBC_ADAPTIVE)
            known.__attr &= ~3u;
        known.__attr &= CEILING_ONE - 1;
        attributes = &known;
    }
    return NEXT(pthread_mutex_init)(mutex, attributes);
}
ALIAS(pthread_mutex_init, __pthread_mutex_init);

/// pthread_mutex_destroy(3): EBUSY while the mutex is locked, as glibc reports it (robust ones excepted).
int pthread_mutex_destroy(pthread_mutex_t *mutex)
{
    if (is_protected(mutex))
        return mutex->__u.__vi[MUSL_LOCK_WORD] ? EBUSY : 0;
    ADOPT_KIND(mutex);
    int type = mutex->__u.__i[MUSL_TYPE_WORD];
    if (!(type & 4) && (mutex->__u.__vi[MUSL_LOCK_WORD] & 0x7fffffff))
        return EBUSY;
    return NEXT(pthread_mutex_destroy)(mutex);
}
ALIAS(pthread_mutex_destroy, __pthread_mutex_destroy);
