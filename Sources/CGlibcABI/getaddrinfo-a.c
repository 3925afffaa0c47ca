// <netdb.h> (libanl): getaddrinfo_a, gai_suspend, gai_error, gai_cancel. In C because the caller's notification function is called.
#include <errno.h>
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// glibc's layout; `result` is what gai_error returns.
struct gaicb {
    const char *ar_name, *ar_service;
    const struct addrinfo *ar_request;
    struct addrinfo *ar_result;
    int result;
    int reserved[5];
};
_Static_assert(sizeof(struct gaicb) == 56, "glibc's layout");

enum { IN_PROGRESS = -100, CANCELED = -101, NOT_CANCELED = -102, ALL_DONE = -103, INTERRUPTED = -104, WAIT = 0, NO_WAIT = 1 };

struct job {
    int count;
    struct sigevent event;
    struct gaicb *list[];
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t done = PTHREAD_COND_INITIALIZER;

// A request that was cancelled before its turn stays as it is: taking it is atomic with cancelling it.
static void resolve(struct gaicb *request)
{
    struct addrinfo *found = NULL;
    pthread_mutex_lock(&lock);
    int wanted = request->result == IN_PROGRESS && request->reserved[0] == 0;
    if (wanted)
        request->reserved[0] = 1;
    pthread_mutex_unlock(&lock);
    if (!wanted)
        return;
    int result = getaddrinfo(request->ar_name, request->ar_service, request->ar_request, &found);
    pthread_mutex_lock(&lock);
    request->ar_result = found;
    request->reserved[0] = 0;
    request->result = result;
    pthread_cond_broadcast(&done);
    pthread_mutex_unlock(&lock);
}

static void notify(const struct sigevent *event)
{
    if (event->sigev_notify == SIGEV_SIGNAL)
        sigqueue(getpid(), event->sigev_signo, event->sigev_value);
    else if (event->sigev_notify == SIGEV_THREAD && event->sigev_notify_function)
        event->sigev_notify_function(event->sigev_value);
}

static void *run(void *data)
{
    struct job *job = data;
    for (int i = 0; i < job->count; i++)
        if (job->list[i])
            resolve(job->list[i]);
    notify(&job->event);
    free(job);
    return NULL;
}

/// Starts look-ups in the background (GAI_NOWAIT) or does them now (GAI_WAIT). 0, EAI_AGAIN, EAI_MEMORY, or EAI_SYSTEM for a bad mode.
/// Source: getaddrinfo_a(3).
int getaddrinfo_a(int mode, struct gaicb *list[], int count, struct sigevent *event)
{
    if (mode != WAIT && mode != NO_WAIT) {
        errno = EINVAL;
        return EAI_SYSTEM;
    }
    for (int i = 0; i < count; i++)
        if (list[i]) {
            list[i]->result = IN_PROGRESS;
            list[i]->reserved[0] = 0;
        }
    if (mode == WAIT) {
        for (int i = 0; i < count; i++)
            if (list[i])
                resolve(list[i]);
        return 0;
    }
    struct job *job = malloc(sizeof *job + (size_t)(count > 0 ? count : 0) * sizeof *list);
    if (!job)
        return EAI_MEMORY;
    job->count = count;
    job->event = event ? *event : (struct sigevent){ .sigev_notify = SIGEV_NONE };
    for (int i = 0; i < count; i++)
        job->list[i] = list[i];
    // The thread takes no signals meant for the program.
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    int error = pthread_create(&thread, &attributes, run, job);
    pthread_attr_destroy(&attributes);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (error) {
        free(job);
        return EAI_AGAIN;
    }
    return 0;
}

/// The outcome of one look-up; EAI_INPROGRESS while there is none.
int gai_error(struct gaicb *request)
{
    pthread_mutex_lock(&lock);
    int result = request->result;
    pthread_mutex_unlock(&lock);
    return result;
}

/// Takes a look-up back that has not begun. EAI_CANCELED, EAI_NOTCANCELED, or EAI_ALLDONE. NULL means every one: they are in the hands
/// of their threads, so none is taken back.
int gai_cancel(struct gaicb *request)
{
    if (!request)
        return NOT_CANCELED;
    pthread_mutex_lock(&lock);
    int result = request->result != IN_PROGRESS ? ALL_DONE : request->reserved[0] ? NOT_CANCELED : CANCELED;
    if (result == CANCELED) {
        request->result = CANCELED;
        pthread_cond_broadcast(&done);
    }
    pthread_mutex_unlock(&lock);
    return result;
}

/// Waits until one of the look-ups is done. 0, EAI_ALLDONE where none was in progress, EAI_AGAIN after the time.
int gai_suspend(const struct gaicb *const list[], int count, const struct timespec *timeout)
{
    struct timespec until;
    if (timeout) {
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += timeout->tv_sec;
        until.tv_nsec += timeout->tv_nsec;
        if (until.tv_nsec >= 1000000000) {
            until.tv_nsec -= 1000000000;
            until.tv_sec++;
        }
    }
    int result = 0, waited = 0;
    pthread_mutex_lock(&lock);
    for (;;) {
        int pending = 0, finished = 0;
        for (int i = 0; i < count; i++) {
            pending += list[i] && list[i]->result == IN_PROGRESS;
            finished += list[i] && list[i]->result != IN_PROGRESS;
        }
        if (!pending && !waited) {
            result = ALL_DONE;
            break;
        }
        if (finished)
            break;
        waited = 1;
        int error = timeout ? pthread_cond_timedwait(&done, &lock, &until) : pthread_cond_wait(&done, &lock);
        if (error == ETIMEDOUT) {
            result = EAI_AGAIN;
            break;
        }
    }
    pthread_mutex_unlock(&lock);
    return result;
}
