// A join of a thread that has ended comes back with the thread's result though a cancellation waits; one of a thread that runs is cancelled
// flags: -pthread
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

enum { JOIN, TIMED_JOIN, CLOCK_JOIN, TRY_JOIN, C11_JOIN, KINDS };
enum { PLAIN, OWN_STACK, ROBUST, RUNNING, THREADS };

static const char *const kinds[] = { "pthread_join", "pthread_timedjoin_np", "pthread_clockjoin_np", "pthread_tryjoin_np", "thrd_join" };
static const char *const threads[] = { "ended", "ended, on a stack of the program's", "ended, with a robust mutex", "running" };
static int kind, which;
static volatile int number, may_end;

static void *end(void *argument)
{
    if (which == ROBUST) {
        static pthread_mutex_t mutex;
        pthread_mutexattr_t attributes;
        pthread_mutexattr_init(&attributes);
        pthread_mutexattr_setrobust(&attributes, PTHREAD_MUTEX_ROBUST);
        pthread_mutex_init(&mutex, &attributes);
        pthread_mutex_lock(&mutex);
        pthread_mutex_unlock(&mutex);
    }
    number = gettid();
    while (which == RUNNING && !may_end) usleep(1000);
    return argument;
}

static pthread_t other;

static void *join(void *unused)
{
    static char stack[1 << 18] __attribute__((aligned(4096)));
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    if (which == OWN_STACK) pthread_attr_setstack(&attributes, stack, sizeof stack);
    number = may_end = 0;
    pthread_create(&other, &attributes, end, (void *)7);
    while (!number) sched_yield();
    // The kernel has let go of it.
    while (which != RUNNING && !syscall(SYS_tgkill, getpid(), number, 0)) sched_yield();
    struct timespec deadline = { .tv_sec = time(NULL) + 1000 };
    void *result = NULL;
    int error, c11_result = 0;
    pthread_cancel(pthread_self());
    switch (kind) {
    case JOIN: error = pthread_join(other, &result); break;
    case TIMED_JOIN: error = pthread_timedjoin_np(other, &result, &deadline); break;
    case CLOCK_JOIN: error = pthread_clockjoin_np(other, &result, CLOCK_MONOTONIC, &deadline); break;
    case TRY_JOIN: error = pthread_tryjoin_np(other, &result); break;
    default: error = thrd_join(other, &c11_result); result = (void *)(long)c11_result;
    }
    printf("  came back: %d, result %ld\n", error, (long)result);
    pthread_testcancel();
    return unused;
}

int main(void)
{
    for (which = 0; which < THREADS; which++)
        for (kind = 0; kind < KINDS; kind++) {
            pthread_t thread;
            void *result;
            printf("%s, %s\n", kinds[kind], threads[which]);
            pthread_create(&thread, NULL, join, NULL);
            pthread_join(thread, &result);
            printf("  %s\n", result == PTHREAD_CANCELED ? "cancelled" : "not cancelled");
            if (which == RUNNING) {
                may_end = 1;
                result = NULL;
                int error = pthread_join(other, &result);
                printf("  joined after all: %d, result %ld\n", error, (long)result);
            }
        }
    return 0;
}
