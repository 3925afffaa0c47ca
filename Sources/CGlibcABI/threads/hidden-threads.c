// Functions for which musl makes a thread by itself: from then on the process is not single-threaded, and libstdc++ and this shim look at that.
#include <aio.h>
#include <errno.h>
#include <mqueue.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include "next.h"
#include "thread-state.h"

/// timer_create(2).
int timer_create(clockid_t clock, struct sigevent *restrict event, timer_t *restrict timer)
{
    if (event && event->sigev_notify == SIGEV_THREAD)
        __libc_single_threaded = 0;
    return NEXT(timer_create)(clock, event, timer);
}

/// mq_notify(3).
int mq_notify(mqd_t queue, const struct sigevent *event)
{
    if (event && event->sigev_notify == SIGEV_THREAD)
        __libc_single_threaded = 0;
    return NEXT(mq_notify)(queue, event);
}

/// aio_read(3), aio_write(3), aio_fsync(3).
int aio_read(struct aiocb *block)
{
    __libc_single_threaded = 0;
    return NEXT(aio_read)(block);
}

int aio_write(struct aiocb *block)
{
    __libc_single_threaded = 0;
    return NEXT(aio_write)(block);
}

int aio_fsync(int operation, struct aiocb *block)
{
    __libc_single_threaded = 0;
    return NEXT(aio_fsync)(operation, block);
}

/// EIO also where a request cannot be queued and the caller waits; EINVAL for another `mode`. Source: lio_listio(3).
int lio_listio(int mode, struct aiocb *restrict const *restrict list, int count, struct sigevent *restrict event)
{
    if (mode != LIO_WAIT && mode != LIO_NOWAIT) {
        errno = EINVAL;
        return -1;
    }
    __libc_single_threaded = 0;
    // musl would ask what became of blocks that ask for nothing.
    struct aiocb **asked = malloc((size_t)(count > 0 ? count : 1) * sizeof *asked);
    if (!asked) {
        errno = EAGAIN;
        return -1;
    }
    for (int i = 0; i < count; i++)
        asked[i] = list[i] && list[i]->aio_lio_opcode != LIO_NOP ? list[i] : NULL;
    int saved = errno, result = NEXT(lio_listio)(mode, asked, count, event);
    free(asked);
    if (result == 0)
        errno = saved;
    else if (mode == LIO_WAIT && errno == EAGAIN)
        errno = EIO;
    return result;
}
