// Functions for which musl makes a thread by itself: from then on the process is not single-threaded, and libstdc++ and this shim look at that.
// Meanwhile nobody may create a thread of ours: musl would take its block of variables for one of those (blocks.c). What is looked for in the
// loader's tables is looked for before: who has those may be waiting to create a thread.
#include <aio.h>
#include <mqueue.h>
#include <signal.h>
#include <time.h>
#include "blocks.h"
#include "next.h"
#include "thread-state.h"

struct creation {
    struct cancellation cancellation;
    sigset_t mask;
};

// musl waits for its thread by a function that acts on a cancellation; glibc's functions do not.
static void begin(struct creation *before)
{
    sigset_t all;
    glibc_compat_restrict_cancellation(&before->cancellation, PTHREAD_CANCEL_DISABLE);
    glibc_compat_expect_threads();
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before->mask);
    glibc_compat_begin_creation(0);
}

static int end(const struct creation *before, int result)
{
    glibc_compat_end_creation(0);
    pthread_sigmask(SIG_SETMASK, &before->mask, NULL);
    glibc_compat_restore_cancellation(&before->cancellation);
    return result;
}

/// timer_create(2).
int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer)
{
    struct creation before;
    if (!event || event->sigev_notify != SIGEV_THREAD)
        return NEXT(timer_create)(clock, event, timer);
    __typeof__(&timer_create) next = NEXT(timer_create);
    begin(&before);
    return end(&before, next(clock, event, timer));
}

/// mq_notify(3).
int mq_notify(mqd_t queue, const struct sigevent *event)
{
    struct creation before;
    if (!event || event->sigev_notify != SIGEV_THREAD)
        return NEXT(mq_notify)(queue, event);
    __typeof__(&mq_notify) next = NEXT(mq_notify);
    begin(&before);
    return end(&before, next(queue, event));
}

/// aio_read(3), aio_write(3), aio_fsync(3).
int aio_read(struct aiocb *block)
{
    struct creation before;
    __typeof__(&aio_read) next = NEXT(aio_read);
    begin(&before);
    return end(&before, next(block));
}

int aio_write(struct aiocb *block)
{
    struct creation before;
    __typeof__(&aio_write) next = NEXT(aio_write);
    begin(&before);
    return end(&before, next(block));
}

int aio_fsync(int operation, struct aiocb *block)
{
    struct creation before;
    __typeof__(&aio_fsync) next = NEXT(aio_fsync);
    begin(&before);
    return end(&before, next(operation, block));
}
