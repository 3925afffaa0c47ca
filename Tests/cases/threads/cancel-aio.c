// With a cancellation pending, asynchronous reading and timers are begun as ever, are no cancellation points, and threads can be made afterwards
#include <aio.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static int pipes[2];
static char byte;
static struct aiocb block = { .aio_buf = &byte, .aio_nbytes = 1 };
static void say(void *text) { printf("handler %s\n", (char *)text); }
static void notify(union sigval unused) { (void)unused; }

static void *with_cancellation_pending(void *unused)
{
    int before;
    timer_t timer;
    struct sigevent event = { .sigev_notify = SIGEV_THREAD, .sigev_notify_function = notify };
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    printf("cancel %d\n", pthread_cancel(pthread_self()));
    pthread_cleanup_push(say, "after the end");
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
    int read_error = aio_read(&block), timer_error = timer_create(CLOCK_MONOTONIC, &event, &timer);
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    printf("aio_read %d, timer_create %d, state %d\n", read_error, timer_error, before);
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
    pthread_testcancel();
    pthread_cleanup_pop(0);
    return unused;
}

static void *say_hello(void *unused) { puts("another thread"); return unused; }

int main(void)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    pthread_t thread;
    void *result;
    (void)!pipe(pipes);
    block.aio_fildes = pipes[0];
    pthread_create(&thread, NULL, with_cancellation_pending, NULL);
    pthread_join(thread, &result);
    puts(result == PTHREAD_CANCELED ? "cancelled" : "returned");
    int error = pthread_create(&thread, NULL, say_hello, NULL);
    pthread_join(thread, NULL);
    printf("create %d\n", error);
    (void)!write(pipes[1], "x", 1);
    const struct aiocb *list[] = { &block };
    while (aio_error(&block) == EINPROGRESS) aio_suspend(list, 1, NULL);
    printf("read %d %c\n", (int)aio_return(&block), byte);
    return 0;
}
