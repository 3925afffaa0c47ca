// <pthread.h>, <signal.h>: arguments that glibc refuses and musl takes, and the concurrency that is only remembered.
#include "next.h"
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>

static int refused(void)
{
    errno = EINVAL;
    return -1;
}

/// EINVAL for what is no signal. Source: sigismember(3).
int sigismember(const sigset_t *set, int number) { return number < 1 || number > 64 ? refused() : NEXT(sigismember)(set, number); }

/// EINVAL for what is no policy of threads. Source: pthread_attr_setschedpolicy(3).
int pthread_attr_setschedpolicy(pthread_attr_t *attributes, int policy)
{
    return policy != SCHED_OTHER && policy != SCHED_FIFO && policy != SCHED_RR ? EINVAL : NEXT(pthread_attr_setschedpolicy)(attributes, policy);
}

/// Only these two clocks. Source: pthread_condattr_setclock(3).
int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock)
{
    return clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC ? EINVAL : NEXT(pthread_condattr_setclock)(attributes, clock);
}

/// A hint that nobody uses and that is given back. Source: pthread_setconcurrency(3).
static int concurrency;
int pthread_setconcurrency(int level)
{
    if (level < 0)
        return EINVAL;
    concurrency = level;
    return 0;
}
int pthread_getconcurrency(void) { return concurrency; }
