// A thread's scheduling is asked for and set while the thread, which has had a mutex with a ceiling, comes to its end
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 3000, CALLS = 60 };

static pthread_mutex_t mutex;
static _Atomic int used;

// Without the right to a ceiling's priority the lock is refused, which is no matter here.
static void *use(void *unused)
{
    if (!pthread_mutex_lock(&mutex))
        pthread_mutex_unlock(&mutex);
    struct sched_param own = { 0 };
    pthread_setschedparam(pthread_self(), SCHED_OTHER, &own);
    used = 1;
    return unused;
}

int main(void)
{
    pthread_mutexattr_t attributes;
    int wrong = 0, error;
    // What a thread that is gone had is not what it seems.
    mallopt(M_PERTURB, 0x5a);
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_setprotocol(&attributes, PTHREAD_PRIO_PROTECT);
    pthread_mutexattr_setprioceiling(&attributes, sched_get_priority_min(SCHED_FIFO));
    pthread_mutex_init(&mutex, &attributes);
    for (int round = 0; round < ROUNDS; round++) {
        pthread_t thread;
        used = 0;
        if ((error = pthread_create(&thread, NULL, use, NULL))) {
            printf("create: %d\n", error);
            return 1;
        }
        while (!used)
            sched_yield();
        for (int call = 0; call < CALLS; call++) {
            int policy = SCHED_OTHER;
            struct sched_param is = { 0 }, wanted = { 0 };
            if (!pthread_getschedparam(thread, &policy, &is) && (policy != SCHED_OTHER || is.sched_priority))
                wrong++;
            pthread_setschedparam(thread, SCHED_OTHER, &wanted);
            pthread_setschedprio(thread, 0);
        }
        pthread_join(thread, NULL);
    }
    printf("wrong answers: %d\n", wrong);
}
