// <aio.h>: aio_suspend, which handlers of signals may call: it takes no lock.
#include <aio.h>
#include <errno.h>
#include <sys/syscall.h>
#include <time.h>
#include "aio.h"
#include "clocks.h"
#include "futex.h"
#include "thread-state.h"

// Called by the cancellation points in cancel-points.S.
int glibc_compat_aio_suspend(const struct aiocb *const list[], int count, const struct timespec *timeout);

static int any_done(const struct aiocb *const list[], int count)
{
    int some = 0;
    for (int i = 0; i < count; i++) {
        if (!list[i])
            continue;
        if (aio_error(list[i]) != EINPROGRESS)
            return 1;
        some = 1;
    }
    return !some;
}

static void add(struct timespec *deadline, const struct timespec *timeout)
{
    deadline->tv_nsec += timeout->tv_nsec;
    // Later than any clock can say is never.
    if (__builtin_add_overflow(deadline->tv_sec, timeout->tv_sec + deadline->tv_nsec / 1000000000, &deadline->tv_sec))
        deadline->tv_sec = INT64_MAX;
    deadline->tv_nsec %= 1000000000;
    // The kernel takes no time before the clock began.
    if (deadline->tv_sec < 0)
        deadline->tv_sec = 0;
}

/// aio_suspend(3). Errors: EAGAIN after the time, EINTR, EINVAL for no length of time.
int glibc_compat_aio_suspend(const struct aiocb *const list[], int count, const struct timespec *timeout)
{
    struct timespec deadline;
    if (count < 0 || (timeout && (timeout->tv_nsec < 0 || timeout->tv_nsec >= 1000000000))) {
        errno = EINVAL;
        return -1;
    }
    if (timeout) {
        clock_gettime(CLOCK_MONOTONIC, &deadline);
        add(&deadline, timeout);
    }
    for (;;) {
        int seen = glibc_compat_aio_done;
        if (any_done(list, count))
            return 0;
        if (!glibc_compat_cancellable_call(SYS_futex, (long)&glibc_compat_aio_done, FUTEX_WAIT_BITSET_PRIVATE, seen,
                                           timeout ? (long)&deadline : 0, 0, 0xffffffff) || errno == EAGAIN)
            continue;
        if (errno == ETIMEDOUT)
            errno = EAGAIN;
        return -1;
    }
}
