// <pthread.h>, <signal.h>: arguments that glibc refuses and musl takes.
#include "next.h"
#include <errno.h>
#include <pthread.h>
#include <signal.h>

static int refused(void)
{
    errno = EINVAL;
    return -1;
}

/// EINVAL for what is no signal. Source: sigismember(3).
int sigismember(const sigset_t *set, int number) { return number < 1 || number > 64 ? refused() : NEXT(sigismember)(set, number); }

/// Only these two clocks. Source: pthread_condattr_setclock(3).
int pthread_condattr_setclock(pthread_condattr_t *attributes, clockid_t clock)
{
    return clock != CLOCK_REALTIME && clock != CLOCK_MONOTONIC ? EINVAL : NEXT(pthread_condattr_setclock)(attributes, clock);
}
