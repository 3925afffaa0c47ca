// <pthread.h>: mutexes. musl does the locking; this file makes it see the kind that glibc's static initialisers set.
//
// glibc keeps the kind of a mutex in its fifth word, musl in its first and leaves the fifth alone. A program's
// PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP is therefore moved into musl's word by the first operation on the mutex. Several threads may do
// that at once: each ORs the same bits into musl's word before it clears glibc's, so whoever finds glibc's word clear finds musl's set.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <time.h>
#include "alias.h"
#include "clocks.h"
#include "next.h"

// glibc's kinds, which its static initialisers store: the first three are musl's as well.
enum { GLIBC_ADAPTIVE = 3 };
// A priority ceiling is kept above the bits that musl uses: they must not reach a mutex, whose type word they would become.
enum { CEILING_ONE = 1 << 12 };
enum { MUSL_TYPE_WORD = 0, MUSL_LOCK_WORD = 1, GLIBC_KIND_WORD = 4 };

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

// The only cost of an ordinary mutex: one load and compare before the tail call.
#define ADOPT_KIND(mutex) \
    do { \
        if (__builtin_expect((mutex)->__u.__vi[GLIBC_KIND_WORD] != 0, 0)) { \
            int adopted = adopt_kind(mutex); \
            if (adopted) \
                return adopted; \
        } \
    } while (0)

// The functions that programs call millions of times: what is rare stands apart, so that the rest needs no stack frame.
#define HOT(function, attempt) \
    static void *volatile function##_next; \
    static __attribute__((noinline)) int function##_first(pthread_mutex_t *mutex) \
    { \
        ADOPT_KIND(mutex); \
        return ((__typeof__(&function))glibc_compat_next(#function, &function##_next))(mutex); \
    } \
    int function(pthread_mutex_t *mutex) \
    { \
        QUICK(mutex, attempt); \
        __typeof__(&function) next = (__typeof__(&function))function##_next; \
        if (__builtin_expect(mutex->__u.__vi[GLIBC_KIND_WORD] != 0 || !next, 0)) \
            return function##_first(mutex); \
        return next(mutex); \
    } \
    ALIAS(function, __##function)

// An ordinary mutex that nobody else wants is taken and given back here, as musl does it: its lock word goes from 0 to EBUSY and back. Anything
// else (another type, a waiter, a second owner) is musl's business. With one thread no locked instruction is needed.
enum { MUSL_WAITERS_WORD = 2, MUSL_TYPE_BITS = 15, MUSL_SHARED = 128 };
extern char __libc_single_threaded;

static inline __attribute__((always_inline)) int take(pthread_mutex_t *mutex)
{
    _Atomic int *lock = (_Atomic int *)&mutex->__u.__vi[MUSL_LOCK_WORD];
    int free = 0;
    if (__libc_single_threaded && !(mutex->__u.__i[MUSL_TYPE_WORD] & MUSL_SHARED)) {
        if (atomic_load_explicit(lock, memory_order_relaxed) != 0)
            return 0;
        atomic_store_explicit(lock, EBUSY, memory_order_relaxed);
        return 1;
    }
    return atomic_compare_exchange_strong_explicit(lock, &free, EBUSY, memory_order_acquire, memory_order_relaxed);
}

// No other thread needs waking: none had announced itself when the word was still ours, and none has marked the word since.
static inline __attribute__((always_inline)) int give_back(pthread_mutex_t *mutex)
{
    _Atomic int *lock = (_Atomic int *)&mutex->__u.__vi[MUSL_LOCK_WORD];
    int held = EBUSY;
    if (mutex->__u.__vi[MUSL_WAITERS_WORD] != 0)
        return 0;
    if (__libc_single_threaded && !(mutex->__u.__i[MUSL_TYPE_WORD] & MUSL_SHARED)) {
        if (atomic_load_explicit(lock, memory_order_relaxed) != EBUSY)
            return 0;
        atomic_store_explicit(lock, 0, memory_order_relaxed);
        return 1;
    }
    return atomic_compare_exchange_strong_explicit(lock, &held, 0, memory_order_release, memory_order_relaxed);
}

#define QUICK(mutex, attempt) \
    if (__builtin_expect(((mutex)->__u.__vi[GLIBC_KIND_WORD] | ((mutex)->__u.__i[MUSL_TYPE_WORD] & MUSL_TYPE_BITS)) == 0, 1) && attempt(mutex)) \
        return 0

/// pthread_mutex_lock(3), pthread_mutex_trylock(3), pthread_mutex_unlock(3); EINVAL for a kind that glibc does not know either.
HOT(pthread_mutex_lock, take);
HOT(pthread_mutex_trylock, take);
HOT(pthread_mutex_unlock, give_back);

/// pthread_mutex_timedlock(3): a deadline of CLOCK_REALTIME.
int pthread_mutex_timedlock(pthread_mutex_t *restrict mutex, const struct timespec *restrict deadline)
{
    ADOPT_KIND(mutex);
    return NEXT(pthread_mutex_timedlock)(mutex, deadline);
}

/// pthread_mutex_clocklock(3): the deadline is of `clock`, which is CLOCK_REALTIME or CLOCK_MONOTONIC; EINVAL for any other.
int pthread_mutex_clocklock(pthread_mutex_t *restrict mutex, clockid_t clock, const struct timespec *restrict deadline)
{
    struct timespec converted;
    int result;
    if (clock == CLOCK_REALTIME)
        return pthread_mutex_timedlock(mutex, deadline);
    if (!glibc_compat_is_wait_clock(clock))
        return EINVAL;
    if (deadline->tv_nsec < 0 || deadline->tv_nsec >= 1000000000) {
        result = pthread_mutex_trylock(mutex);
        return result == EBUSY ? EINVAL : result;
    }
    do {
        glibc_compat_convert_deadline(clock, deadline, CLOCK_REALTIME, &converted);
        result = pthread_mutex_timedlock(mutex, &converted);
    } while (result == ETIMEDOUT && !glibc_compat_deadline_passed(clock, deadline));
    return result;
}

/// pthread_mutex_consistent(3). glibc's private older name ends in _np.
int pthread_mutex_consistent(pthread_mutex_t *mutex)
{
    ADOPT_KIND(mutex);
    return NEXT(pthread_mutex_consistent)(mutex);
}
ALIAS(pthread_mutex_consistent, pthread_mutex_consistent_np);

/// pthread_mutex_init(3): an adaptive mutex is an ordinary one, since spinning first changes nothing that a program can observe but time.
int pthread_mutex_init(pthread_mutex_t *restrict mutex, const pthread_mutexattr_t *restrict attributes)
{
    pthread_mutexattr_t known;
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
    ADOPT_KIND(mutex);
    int type = mutex->__u.__i[MUSL_TYPE_WORD];
    if (!(type & 4) && (mutex->__u.__vi[MUSL_LOCK_WORD] & 0x7fffffff))
        return EBUSY;
    return NEXT(pthread_mutex_destroy)(mutex);
}
ALIAS(pthread_mutex_destroy, __pthread_mutex_destroy);

/// pthread_mutexattr_settype(3): glibc's adaptive kind, 3, is a type as well.
int pthread_mutexattr_settype(pthread_mutexattr_t *attributes, int type)
{
    if (type < 0 || type > GLIBC_ADAPTIVE)
        return EINVAL;
    attributes->__attr = (attributes->__attr & ~3u) | (unsigned)type;
    return 0;
}
ALIAS(pthread_mutexattr_settype, __pthread_mutexattr_settype);
ALIAS(pthread_mutexattr_settype, pthread_mutexattr_setkind_np);

/// pthread_mutexattr_setprioceiling(3): EINVAL outside SCHED_FIFO's priorities.
int pthread_mutexattr_setprioceiling(pthread_mutexattr_t *attributes, int ceiling)
{
    if (ceiling < sched_get_priority_min(SCHED_FIFO) || ceiling > sched_get_priority_max(SCHED_FIFO))
        return EINVAL;
    attributes->__attr = (attributes->__attr & (CEILING_ONE - 1)) | (unsigned)ceiling * CEILING_ONE;
    return 0;
}

/// pthread_mutexattr_getprioceiling(3): the lowest where none was set.
int pthread_mutexattr_getprioceiling(const pthread_mutexattr_t *restrict attributes, int *restrict ceiling)
{
    int set = (int)(attributes->__attr / CEILING_ONE);
    *ceiling = set ? set : sched_get_priority_min(SCHED_FIFO);
    return 0;
}

int __pthread_mutexattr_init(pthread_mutexattr_t *attributes) { return NEXT(pthread_mutexattr_init)(attributes); }
int __pthread_mutexattr_destroy(pthread_mutexattr_t *attributes) { return NEXT(pthread_mutexattr_destroy)(attributes); }

int pthread_mutexattr_getkind_np(const pthread_mutexattr_t *attributes, int *kind)
{
    return NEXT(pthread_mutexattr_gettype)(attributes, kind);
}

int pthread_mutexattr_getrobust_np(const pthread_mutexattr_t *attributes, int *robustness)
{
    return NEXT(pthread_mutexattr_getrobust)(attributes, robustness);
}

int pthread_mutexattr_setrobust_np(pthread_mutexattr_t *attributes, int robustness)
{
    return NEXT(pthread_mutexattr_setrobust)(attributes, robustness);
}
