// Waits by clock: conditions, semaphores, joins, C11 threads; time-outs are neither early nor missing, bad arguments are refused
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <threads.h>
#include <time.h>

#define SAY(call) printf("%s: %d\n", #call, call)
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER, monotonic;
static sem_t semaphore;

static struct timespec in(clockid_t clock, long milliseconds)
{
    struct timespec t;
    clock_gettime(clock, &t);
    t.tv_nsec += milliseconds * 1000000;
    while (t.tv_nsec >= 1000000000) { t.tv_nsec -= 1000000000; t.tv_sec++; }
    return t;
}

static sem_t released;
static void *sleeper(void *unused) { sem_wait(&released); return unused; }
static void *waker(void *unused)
{
    // The creator holds the mutex until it waits.
    pthread_mutex_lock(&mutex);
    pthread_cond_broadcast(&condition);
    pthread_mutex_unlock(&mutex);
    sem_post(&semaphore);
    return unused;
}
static int c11(void *value) { return *(int *)value + 1; }
static int c11_exit(void *unused) { (void)unused; thrd_exit(77); }

int main(void)
{
    pthread_condattr_t a;
    struct timespec t;
    sem_init(&semaphore, 0, 0);
    sem_init(&released, 0, 0);
    pthread_condattr_init(&a);
    SAY(pthread_condattr_setclock(&a, CLOCK_MONOTONIC));
    pthread_cond_init(&monotonic, &a);
    static const clockid_t clocks[] = { CLOCK_REALTIME, CLOCK_MONOTONIC };
    for (int i = 0; i < 2; i++) {
        clockid_t clock = clocks[i];
        pthread_mutex_lock(&mutex);
        for (pthread_cond_t *c = &condition;; c = &monotonic) {
            t = in(clock, 30);
            SAY(pthread_cond_clockwait(c, &mutex, clock, &t));
            struct timespec now = in(clock, 0);
            printf("late enough %d\n", now.tv_sec > t.tv_sec || (now.tv_sec == t.tv_sec && now.tv_nsec >= t.tv_nsec));
            if (c == &monotonic) break;
        }
        pthread_t thread;
        pthread_create(&thread, NULL, waker, NULL);
        t = in(clock, 500000);
        SAY(pthread_cond_clockwait(&condition, &mutex, clock, &t));
        pthread_mutex_unlock(&mutex);
        SAY(sem_clockwait(&semaphore, clock, &t));
        pthread_join(thread, NULL);
        t = in(clock, 20);
        SAY(sem_clockwait(&semaphore, clock, &t));
        printf("timed out %d\n", errno == ETIMEDOUT);
        pthread_create(&thread, NULL, sleeper, "slept");
        void *result = NULL;
        SAY(pthread_tryjoin_np(thread, &result));
        t = in(clock, 10);
        SAY(pthread_clockjoin_np(thread, &result, clock, &t));
        sem_post(&released);
        t = in(clock, 500000);
        SAY(pthread_clockjoin_np(thread, &result, clock, &t));
        puts(result);
    }
    SAY(pthread_cond_clockwait(&condition, &mutex, CLOCK_PROCESS_CPUTIME_ID, &t));
    t.tv_nsec = -1;
    SAY(pthread_cond_clockwait(&condition, &mutex, CLOCK_MONOTONIC, &t));
    SAY(sem_clockwait(&semaphore, 77, &t));
    thrd_t thread;
    int value = 41, result;
    SAY(thrd_create(&thread, c11, &value));
    SAY(thrd_join(thread, &result));
    printf("%d\n", result);
    SAY(thrd_create(&thread, c11_exit, NULL));
    SAY(thrd_join(thread, &result));
    printf("%d\n", result);
    mtx_t m;
    SAY(mtx_init(&m, mtx_timed | mtx_recursive));
    SAY(mtx_lock(&m));
    SAY(mtx_trylock(&m));
    t = in(CLOCK_REALTIME, 10);
    SAY(mtx_timedlock(&m, &t));
    SAY(mtx_init(&m, mtx_plain));
    SAY(mtx_lock(&m));
    SAY(mtx_trylock(&m));
    return 0;
}
