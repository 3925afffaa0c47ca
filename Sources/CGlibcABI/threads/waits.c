// The waits of glibc that name a clock, where musl's take CLOCK_REALTIME or the object's own.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>
#include "clocks.h"
#include "next.h"

enum { MUSL_CONDITION_CLOCK_WORD = 4 };

static int valid(const struct timespec *deadline)
{
    return deadline->tv_nsec >= 0 && deadline->tv_nsec < 1000000000;
}

/// pthread_cond_clockwait(3): a deadline of CLOCK_REALTIME or CLOCK_MONOTONIC, whatever clock the condition was made with. Where the two clocks
/// moved apart meanwhile it returns early, as any wait may, rather than report a time-out that has not come.
int pthread_cond_clockwait(pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, clockid_t clock,
                           const struct timespec *restrict deadline)
{
    if (!glibc_compat_is_wait_clock(clock) || !valid(deadline))
        return EINVAL;
    clockid_t own = condition->__u.__i[MUSL_CONDITION_CLOCK_WORD];
    if (own == clock)
        return pthread_cond_timedwait(condition, mutex, deadline);
    struct timespec converted;
    glibc_compat_convert_deadline(clock, deadline, own, &converted);
    int result = pthread_cond_timedwait(condition, mutex, &converted);
    return result == ETIMEDOUT && !glibc_compat_deadline_passed(clock, deadline) ? 0 : result;
}

/// sem_clockwait(3).
int sem_clockwait(sem_t *restrict semaphore, clockid_t clock, const struct timespec *restrict deadline)
{
    if (!glibc_compat_is_wait_clock(clock)) {
        errno = EINVAL;
        return -1;
    }
    if (clock == CLOCK_REALTIME || !valid(deadline))
        return sem_timedwait(semaphore, deadline);
    for (;;) {
        struct timespec converted;
        glibc_compat_convert_deadline(clock, deadline, CLOCK_REALTIME, &converted);
        int result = sem_timedwait(semaphore, &converted);
        if (!result || errno != ETIMEDOUT || glibc_compat_deadline_passed(clock, deadline))
            return result;
    }
}

/// pthread_clockjoin_np(3).
int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *deadline)
{
    if (!glibc_compat_is_wait_clock(clock))
        return EINVAL;
    if (!deadline)
        return pthread_join(thread, result);
    if (clock == CLOCK_REALTIME || !valid(deadline))
        return pthread_timedjoin_np(thread, result, deadline);
    for (;;) {
        struct timespec converted;
        glibc_compat_convert_deadline(clock, deadline, CLOCK_REALTIME, &converted);
        int error = pthread_timedjoin_np(thread, result, &converted);
        if (error != ETIMEDOUT || glibc_compat_deadline_passed(clock, deadline))
            return error;
    }
}
