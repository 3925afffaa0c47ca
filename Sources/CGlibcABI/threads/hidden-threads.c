// Functions for which musl makes a thread by itself: from then on the process is not single-threaded, and libstdc++ and this shim look at that.
#include <aio.h>
#include <mqueue.h>
#include <signal.h>
#include <time.h>
#include "next.h"
#include "thread-state.h"
#include "allocator.h"

static void begin_threads(void)
{
    if (__libc_single_threaded)
        glibc_compat_heap_begins();
    __libc_single_threaded = 0;
}

/// timer_create(2).
int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer)
{
    if (event && event->sigev_notify == SIGEV_THREAD)
        begin_threads();
    return NEXT(timer_create)(clock, event, timer);
}

/// mq_notify(3).
int mq_notify(mqd_t queue, const struct sigevent *event)
{
    if (event && event->sigev_notify == SIGEV_THREAD)
        begin_threads();
    return NEXT(mq_notify)(queue, event);
}

/// aio_read(3), aio_write(3), aio_fsync(3).
int aio_read(struct aiocb *block)
{
    begin_threads();
    return NEXT(aio_read)(block);
}

int aio_write(struct aiocb *block)
{
    begin_threads();
    return NEXT(aio_write)(block);
}

int aio_fsync(int operation, struct aiocb *block)
{
    begin_threads();
    return NEXT(aio_fsync)(operation, block);
}
