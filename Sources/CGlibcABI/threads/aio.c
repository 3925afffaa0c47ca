// <aio.h>: asynchronous reading and writing. As on glibc the requests for one file are done one after the other, in the order of their
// priorities, and what is being done is not taken back. musl does all of them at once, and takes back what waits.
//
// A file with requests has a queue. Queues whose first request nobody does are ready, and a thread of ours takes them in turn. Threads without
// work wait a second for some. Each request's outcome is in the program's own control block, where it is read without a lock.
#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "aio.h"
#include "attributes.h"
#include "futex.h"
#include "next.h"

enum { MOST_PRIORITY_DELTA = 20, IDLE_SECONDS = 1 };

struct request {
    struct request *next;
    struct aiocb *block;
    struct sigevent event;
    int operation, priority;
    pid_t caller;
};

struct queue {
    int file;
    struct queue *next, *next_ready;
    struct request *first, *running;
};

_Atomic int glibc_compat_aio_done;
static _Atomic int lock, work;
static struct queue *queues, *ready, **ready_end = &ready;
static int threads, idle, ready_count;

static void make_ready(struct queue *queue)
{
    queue->next_ready = NULL;
    *ready_end = queue;
    ready_end = &queue->next_ready;
    ready_count++;
}

static struct queue *take_ready(void)
{
    struct queue *queue = ready;
    if (!queue)
        return NULL;
    if (!(ready = queue->next_ready))
        ready_end = &ready;
    ready_count--;
    return queue;
}

static void leave_ready(struct queue *queue)
{
    for (struct queue **place = &ready; *place; place = &(*place)->next_ready)
        if (*place == queue) {
            if (!(*place = queue->next_ready))
                ready_end = place;
            ready_count--;
            return;
        }
}

static struct queue *queue_of(int file)
{
    struct queue *queue = queues;
    while (queue && queue->file != file)
        queue = queue->next;
    return queue;
}

static void forget(struct queue *queue)
{
    struct queue **place = &queues;
    while (*place != queue)
        place = &(*place)->next;
    *place = queue->next;
    free(queue);
}

// A pipe, a socket or a terminal has no positions.
static ssize_t do_request(const struct request *request)
{
    const struct aiocb *block = request->block;
    int file = block->aio_fildes;
    void *buffer = (void *)block->aio_buf;
    size_t size = block->aio_nbytes;
    ssize_t result;
    do {
        switch (request->operation) {
        case LIO_READ:
            if ((result = pread(file, buffer, size, block->aio_offset)) < 0 && errno == ESPIPE)
                result = read(file, buffer, size);
            break;
        case LIO_WRITE:
            if ((result = pwrite(file, buffer, size, block->aio_offset)) < 0 && errno == ESPIPE)
                result = write(file, buffer, size);
            break;
        case GLIBC_COMPAT_DATA_SYNC:
            result = fdatasync(file);
            break;
        default:
            result = fsync(file);
        }
    } while (result < 0 && errno == EINTR);
    return result;
}

static void *tell(void *argument)
{
    struct sigevent event = *(struct sigevent *)argument;
    sigset_t none;
    free(argument);
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, NULL);
    event.sigev_notify_function(event.sigev_value);
    return NULL;
}

int glibc_compat_aio_notify(const struct sigevent *event, pid_t caller)
{
    if (event->sigev_notify == SIGEV_SIGNAL) {
        siginfo_t information = { .si_signo = event->sigev_signo, .si_code = SI_ASYNCIO };
        information.si_value = event->sigev_value;
        information.si_pid = caller;
        information.si_uid = getuid();
        return syscall(SYS_rt_sigqueueinfo, getpid(), event->sigev_signo, &information) ? errno : 0;
    }
    if (event->sigev_notify != SIGEV_THREAD)
        return 0;
    struct sigevent *copy = malloc(sizeof *copy);
    pthread_attr_t detached;
    pthread_t thread;
    if (!copy)
        return EAGAIN;
    *copy = *event;
    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    int error = pthread_create(&thread, event->sigev_notify_attributes ? event->sigev_notify_attributes : &detached, tell, copy);
    pthread_attr_destroy(&detached);
    if (error)
        free(copy);
    return error;
}

// From the error on the program may do with the block what it likes.
static void finish(struct aiocb *block, ssize_t result, int error)
{
    block->__ret = result;
    atomic_store((_Atomic int *)&block->__err, error);
    glibc_compat_aio_done++;
    futex_wake(&glibc_compat_aio_done, INT_MAX);
}

static void end_request(struct request *request)
{
    glibc_compat_aio_notify(&request->event, request->caller);
    free(request);
}

// Called with the lock held, which is given meanwhile.
static void do_first(struct queue *queue)
{
    struct request *request = queue->running = queue->first;
    queue->first = request->next;
    give_lock(&lock);
    ssize_t result = do_request(request);
    int error = result < 0 ? errno : 0;
    take_lock(&lock);
    queue->running = NULL;
    if (queue->first)
        make_ready(queue);
    else
        forget(queue);
    finish(request->block, result, error);
    give_lock(&lock);
    end_request(request);
    take_lock(&lock);
}

static void *work_through(void *unused)
{
    take_lock(&lock);
    for (;;) {
        struct queue *queue;
        while ((queue = take_ready()))
            do_first(queue);
        struct timespec deadline;
        int seen = work;
        clock_gettime(CLOCK_MONOTONIC, &deadline);
        deadline.tv_sec += IDLE_SECONDS;
        idle++;
        give_lock(&lock);
        long error = futex_wait_until(&work, seen, CLOCK_MONOTONIC, &deadline);
        take_lock(&lock);
        idle--;
        if (error == -ETIMEDOUT && !ready)
            break;
    }
    threads--;
    give_lock(&lock);
    return unused;
}

// Somebody to take what has become ready: 0, or EAGAIN where nobody will.
static int find_worker(void)
{
    pthread_attr_t attributes;
    pthread_t thread;
    if (ready_count <= idle) {
        work++;
        futex_wake(&work, 1);
        return 0;
    }
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 4 * GLIBC_STACK_MIN);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int error = pthread_create(&thread, &attributes, work_through, NULL);
    pthread_attr_destroy(&attributes);
    if (!error)
        threads++;
    return threads ? 0 : EAGAIN;
}

static int enqueue(struct request *request, struct queue *fresh)
{
    struct queue *queue = queue_of(request->block->aio_fildes);
    if (!queue) {
        *fresh = (struct queue){ .file = request->block->aio_fildes, .next = queues, .first = request };
        queues = fresh;
        make_ready(fresh);
        if (!find_worker())
            return 0;
        leave_ready(fresh);
        forget(fresh);
        return EAGAIN;
    }
    free(fresh);
    struct request **place = &queue->first;
    while (*place && (*place)->priority >= request->priority)
        place = &(*place)->next;
    request->next = *place;
    *place = request;
    return 0;
}

// The thread's own priority counts where it has one.
static int priority_of(const struct aiocb *block)
{
    struct sched_param own = { 0 };
    int policy;
    pthread_getschedparam(pthread_self(), &policy, &own);
    return own.sched_priority - block->aio_reqprio;
}

static int submit(struct aiocb *block, int operation)
{
    int saved = errno, error = 0;
    if (block->aio_reqprio < 0 || block->aio_reqprio > MOST_PRIORITY_DELTA) {
        error = EINVAL;
    } else {
        struct request *request = malloc(sizeof *request);
        struct queue *fresh = malloc(sizeof *fresh);
        sigset_t all, before;
        error = request && fresh ? 0 : EAGAIN;
        if (!error) {
            *request = (struct request){ NULL, block, block->aio_sigevent, operation, priority_of(block), getpid() };
            block->__ret = 0;
            block->__err = EINPROGRESS;
            sigfillset(&all);
            pthread_sigmask(SIG_SETMASK, &all, &before);
            take_lock(&lock);
            error = enqueue(request, fresh);
            give_lock(&lock);
            pthread_sigmask(SIG_SETMASK, &before, NULL);
            fresh = error ? NULL : fresh;
        } else {
            free(fresh);
        }
        if (error)
            free(request);
    }
    errno = error ? error : saved;
    if (!error)
        return 0;
    block->__ret = -1;
    block->__err = error;
    return -1;
}

/// aio_read(3), aio_write(3). Errors: EAGAIN without memory or room for a thread, EINVAL for a priority. A file that is not open is the request's
/// error.
int aio_read(struct aiocb *block) { return submit(block, LIO_READ); }
int aio_write(struct aiocb *block) { return submit(block, LIO_WRITE); }

/// aio_fsync(3). Errors: EINVAL for another operation, EBADF.
int aio_fsync(int operation, struct aiocb *block)
{
    if (operation != O_SYNC && operation != O_DSYNC) {
        errno = EINVAL;
        return -1;
    }
    // With EBADF as errno.
    if (fcntl(block->aio_fildes, F_GETFL) == -1)
        return -1;
    return submit(block, operation == O_DSYNC ? GLIBC_COMPAT_DATA_SYNC : GLIBC_COMPAT_SYNC);
}

/// aio_error(3), aio_return(3).
int aio_error(const struct aiocb *block) { return atomic_load((_Atomic int *)&block->__err); }
ssize_t aio_return(struct aiocb *block) { return block->__ret; }

// Takes what is not being done out of the queue, or one of it.
static struct request *take_waiting(struct queue *queue, const struct aiocb *block)
{
    struct request *taken = NULL, **end = &taken;
    for (struct request **place = &queue->first; *place;) {
        struct request *request = *place;
        if (block && request->block != block) {
            place = &request->next;
            continue;
        }
        *place = request->next;
        request->next = NULL;
        *end = request;
        end = &request->next;
    }
    if (!queue->first && !queue->running) {
        leave_ready(queue);
        forget(queue);
    }
    return taken;
}

/// aio_cancel(3): AIO_CANCELED, AIO_NOTCANCELED where something is being done, AIO_ALLDONE. Errors: EBADF; EINVAL for a block of another file.
int aio_cancel(int file, struct aiocb *block)
{
    sigset_t all, before;
    struct request *taken = NULL, *next;
    int result = AIO_ALLDONE;
    if (fcntl(file, F_GETFL) < 0)
        return -1;
    if (block && block->aio_fildes != file) {
        errno = EINVAL;
        return -1;
    }
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    take_lock(&lock);
    struct queue *queue = queue_of(file);
    if (queue) {
        if (queue->running && (!block || queue->running->block == block))
            result = AIO_NOTCANCELED;
        taken = take_waiting(queue, block);
        if (taken && result == AIO_ALLDONE)
            result = AIO_CANCELED;
    }
    for (struct request *request = taken; request; request = request->next)
        finish(request->block, -1, ECANCELED);
    give_lock(&lock);
    for (; taken; taken = next) {
        next = taken->next;
        end_request(taken);
    }
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return result;
}

void glibc_compat_aio_forked(void)
{
    // A child has none of its parent's requests, and nobody to do them.
    queues = ready = NULL;
    ready_end = &ready;
    threads = idle = ready_count = 0;
    atomic_store(&lock, 0);
}
