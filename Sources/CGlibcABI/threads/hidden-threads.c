// Functions for which musl makes a thread by itself: from then on the process is not single-threaded, and libstdc++ and this shim look at that.
// Meanwhile nobody may create a thread of ours: musl would take its block of variables for one of those (blocks.c).
#include <aio.h>
#include <mqueue.h>
#include <signal.h>
#include <time.h>
#include "allocator.h"
#include "blocks.h"
#include "next.h"
#include "thread-state.h"

static void begin(sigset_t *before)
{
    sigset_t all;
    if (__libc_single_threaded)
        glibc_compat_heap_begins();
    __libc_single_threaded = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, before);
    glibc_compat_begin_creation(0);
}

static int end(const sigset_t *before, int result)
{
    glibc_compat_end_creation(0);
    pthread_sigmask(SIG_SETMASK, before, NULL);
    return result;
}

/// timer_create(2).
int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer)
{
    sigset_t before;
    if (!event || event->sigev_notify != SIGEV_THREAD)
        return NEXT(timer_create)(clock, event, timer);
    begin(&before);
    return end(&before, NEXT(timer_create)(clock, event, timer));
}

/// mq_notify(3).
int mq_notify(mqd_t queue, const struct sigevent *event)
{
    sigset_t before;
    if (!event || event->sigev_notify != SIGEV_THREAD)
        return NEXT(mq_notify)(queue, event);
    begin(&before);
    return end(&before, NEXT(mq_notify)(queue, event));
}

/// aio_read(3), aio_write(3), aio_fsync(3).
int aio_read(struct aiocb *block)
{
    sigset_t before;
    begin(&before);
    return end(&before, NEXT(aio_read)(block));
}

int aio_write(struct aiocb *block)
{
    sigset_t before;
    begin(&before);
    return end(&before, NEXT(aio_write)(block));
}

int aio_fsync(int operation, struct aiocb *block)
{
    sigset_t before;
    begin(&before);
    return end(&before, NEXT(aio_fsync)(operation, block));
}
