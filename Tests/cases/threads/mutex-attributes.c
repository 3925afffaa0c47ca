// Mutex attributes: types, the adaptive kind, robustness, clocklock's errors
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

int pthread_mutexattr_setkind_np(pthread_mutexattr_t *, int);
#define SAY(call) printf("%s: %d\n", #call, call)

static pthread_mutex_t robust;

static void *die_holding(void *unused)
{
    pthread_mutex_lock(&robust);
    return unused;
}

int main(void)
{
    pthread_mutexattr_t a;
    int type = -1;
    pthread_mutexattr_init(&a);
    for (int wanted = -1; wanted < 6; wanted++) {
        int result = pthread_mutexattr_settype(&a, wanted);
        pthread_mutexattr_gettype(&a, &type);
        printf("settype %d: %d, then %d\n", wanted, result, type);
    }
    pthread_mutexattr_settype(&a, PTHREAD_MUTEX_ADAPTIVE_NP);
    pthread_mutex_t m;
    SAY(pthread_mutex_init(&m, &a));
    SAY(pthread_mutex_lock(&m));
    SAY(pthread_mutex_trylock(&m));
    SAY(pthread_mutex_unlock(&m));
    SAY(pthread_mutex_destroy(&m));

    pthread_mutexattr_init(&a);
    pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST);
    pthread_mutex_init(&robust, &a);
    pthread_t thread;
    pthread_create(&thread, NULL, die_holding, NULL);
    pthread_join(thread, NULL);
    SAY(pthread_mutex_lock(&robust));
    SAY(pthread_mutex_consistent(&robust));
    SAY(pthread_mutex_unlock(&robust));
    SAY(pthread_mutex_trylock(&robust));
    SAY(pthread_mutex_unlock(&robust));

    pthread_mutex_t busy = PTHREAD_MUTEX_INITIALIZER;
    pthread_mutex_lock(&busy);
    struct timespec soon;
    clock_gettime(CLOCK_MONOTONIC, &soon);
    soon.tv_sec -= 1;
    printf("past monotonic %d\n", pthread_mutex_clocklock(&busy, CLOCK_MONOTONIC, &soon) == ETIMEDOUT);
    soon.tv_sec += 1;
    printf("now monotonic %d\n", pthread_mutex_clocklock(&busy, CLOCK_MONOTONIC, &soon) == ETIMEDOUT);
    printf("cpu clock %d\n", pthread_mutex_clocklock(&busy, CLOCK_PROCESS_CPUTIME_ID, &soon) == EINVAL);
    soon.tv_nsec = 2000000000;
    printf("bad nanoseconds %d\n", pthread_mutex_clocklock(&busy, CLOCK_MONOTONIC, &soon) == EINVAL);
    return 0;
}
