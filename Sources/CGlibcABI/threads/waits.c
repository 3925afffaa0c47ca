// The waits of glibc that name a clock, where musl's take CLOCK_REALTIME or the object's own.
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>
#include "clocks.h"
#include "next.h"

static int valid(const struct timespec *deadline)
{
    return deadline->tv_nsec >= 0 && deadline->tv_nsec < 1000000000;
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
