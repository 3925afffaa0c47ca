// <mqueue.h>: mq_notify with SIGEV_THREAD. A thread waits for the kernel's word and then runs the program's function.
#include <errno.h>
#include <mqueue.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "attributes.h"
#include "next.h"

// The kernel sends back the 32 bytes that it was given, the last of them changed. Source: linux/mqueue.h.
enum { COOKIE = 32, WOKEN_UP = 1 };

struct notification {
    int socket;
    void (*function)(union sigval);
    union sigval value;
};

// Created with all signals blocked, which a notification is not on glibc.
static void *wait_and_tell(void *argument)
{
    struct notification notification = *(struct notification *)argument;
    unsigned char cookie[COOKIE];
    sigset_t none;
    free(argument);
    ssize_t size = recv(notification.socket, cookie, sizeof cookie, MSG_NOSIGNAL | MSG_WAITALL);
    close(notification.socket);
    if (size != sizeof cookie || cookie[COOKIE - 1] != WOKEN_UP)
        return NULL;
    sigemptyset(&none);
    pthread_sigmask(SIG_SETMASK, &none, NULL);
    notification.function(notification.value);
    return NULL;
}

static int create_thread(const pthread_attr_t *wanted, struct notification *notification)
{
    pthread_attr_t attributes;
    pthread_t thread;
    sigset_t all, before;
    if (!wanted)
        pthread_attr_init(&attributes);
    else if (glibc_compat_copy_attributes(&attributes, wanted))
        return EAGAIN;
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int error = pthread_create(&thread, &attributes, wait_and_tell, notification);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_attr_destroy(&attributes);
    return error;
}

/// mq_notify(3). Errors beside the kernel's: EAGAIN without memory or room for a thread, and those of socket(2).
int mq_notify(mqd_t queue, const struct sigevent *event)
{
    if (!event || event->sigev_notify != SIGEV_THREAD)
        return NEXT(mq_notify)(queue, event);
    struct notification *notification = malloc(sizeof *notification);
    if (!notification) {
        errno = EAGAIN;
        return -1;
    }
    static const char cookie[COOKIE];
    int opened = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, 0), error = opened < 0 ? errno : 0;
    *notification = (struct notification){ opened, event->sigev_notify_function, event->sigev_value };
    struct sigevent told = { .sigev_notify = SIGEV_THREAD, .sigev_signo = opened, .sigev_value.sival_ptr = (void *)cookie };
    if (!error && syscall(SYS_mq_notify, queue, &told))
        error = errno;
    else if (!error && create_thread(event->sigev_notify_attributes, notification)) {
        NEXT(mq_notify)(queue, NULL);
        error = EAGAIN;
    }
    if (!error)
        return 0;
    // No cancellation point.
    if (opened >= 0)
        syscall(SYS_close, opened);
    free(notification);
    errno = error;
    return -1;
}
