// <aio.h>: lists of requests. musl gives a list up at the first request that cannot be queued, and keeps a pointer to the caller's
// notification; glibc queues what can be queued, waits for all of that, and copies the notification.
#include <aio.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

struct waiting {
    struct sigevent event;
    int count;
    struct aiocb *blocks[];
};

// Until all are done: 0, EIO where one failed, or why waiting ended (EINTR).
static int wait_for(const struct waiting *all)
{
    int error = 0, state;
    for (int i = 0; i < all->count; i++) {
        while ((state = aio_error(all->blocks[i])) == EINPROGRESS)
            if (aio_suspend((const struct aiocb *const *)&all->blocks[i], 1, NULL))
                return errno;
        if (state)
            error = EIO;
    }
    return error;
}

static void *wait_and_tell(void *data)
{
    struct waiting *all = data;
    struct sigevent event = all->event;
    wait_for(all);
    free(all);
    if (event.sigev_notify == SIGEV_THREAD) {
        sigset_t none;
        sigemptyset(&none);
        pthread_sigmask(SIG_SETMASK, &none, NULL);
        event.sigev_notify_function(event.sigev_value);
    } else {
        siginfo_t information = {.si_signo = event.sigev_signo, .si_code = SI_ASYNCIO};
        information.si_value = event.sigev_value;
        information.si_pid = getpid();
        information.si_uid = getuid();
        syscall(SYS_rt_sigqueueinfo, information.si_pid, information.si_signo, &information);
    }
    return NULL;
}

// A thread that waits and then notifies; no signal of the program's is handled in it before.
static int tell_later(struct waiting *all, const struct sigevent *event)
{
    const pthread_attr_t *attributes = event->sigev_notify == SIGEV_THREAD ? event->sigev_notify_attributes : NULL;
    int state = PTHREAD_CREATE_JOINABLE;
    if (attributes)
        pthread_attr_getdetachstate(attributes, &state);
    sigset_t every, before;
    pthread_t thread;
    all->event = *event;
    sigfillset(&every);
    pthread_sigmask(SIG_SETMASK, &every, &before);
    int error = pthread_create(&thread, attributes, wait_and_tell, all);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (!error && state == PTHREAD_CREATE_JOINABLE)
        pthread_detach(thread);
    return error;
}

/// Queues what can be queued. LIO_WAIT: waits for that, and -1 with EIO where a request failed or could not be queued. LIO_NOWAIT: -1 with the
/// error of one that could not be queued. EINVAL for another `mode`. Source: lio_listio(3).
int lio_listio(int mode, struct aiocb *restrict const *restrict list, int count, struct sigevent *restrict event)
{
    if ((mode != LIO_WAIT && mode != LIO_NOWAIT) || count < 0) {
        errno = EINVAL;
        return -1;
    }
    int saved = errno, error = 0;
    int tells = mode == LIO_NOWAIT && event && (event->sigev_notify == SIGEV_THREAD || event->sigev_notify == SIGEV_SIGNAL);
    struct waiting *all = malloc(sizeof *all + (size_t)count * sizeof *list);
    if (!all) {
        errno = EAGAIN;
        return -1;
    }
    all->count = 0;
    for (int i = 0; i < count; i++) {
        struct aiocb *block = list[i];
        if (!block || block->aio_lio_opcode == LIO_NOP)
            continue;
        int operation = block->aio_lio_opcode, known = operation == LIO_READ || operation == LIO_WRITE;
        if (!known) {
            block->__err = EINVAL;
            block->__ret = -1;
        }
        if (known && !(operation == LIO_WRITE ? aio_write(block) : aio_read(block)))
            all->blocks[all->count++] = block;
        else if (mode == LIO_WAIT)
            error = EIO;
        else if (known)
            error = errno;
    }
    if (mode == LIO_WAIT) {
        int waited = wait_for(all);
        error = waited ? waited : error;
    } else if (tells && tell_later(all, event)) {
        error = EAGAIN;
        tells = 0;
    }
    if (!tells)
        free(all);
    errno = error ? error : saved;
    return error ? -1 : 0;
}
