// an ordinary mutex through one thread, many threads, waiters on conditions and timed locks: nobody is lost and nobody is let in twice
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#include "asleep.h"
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER, held = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static long shared, inside, twice, turns;
static void *count(void *unused)
{
    for (int i = 0; i < 20000; i++) {
        if (i % 7 == 0)
            while (pthread_mutex_trylock(&mutex) == EBUSY) sched_yield();
        else if (i % 11 == 0) {
            struct timespec until; clock_gettime(CLOCK_REALTIME, &until); until.tv_sec += 1000;
            pthread_mutex_timedlock(&mutex, &until);
        } else
            pthread_mutex_lock(&mutex);
        if (inside++) twice++;
        shared++;
        inside--;
        pthread_mutex_unlock(&mutex);
    }
    return unused;
}
static void *turn(void *mine)
{
    pthread_mutex_lock(&mutex);
    for (int i = 0; i < 300; i++) {
        while (turns % 3 != (long)mine) pthread_cond_wait(&changed, &mutex);
        turns++;
        if (i % 2) { pthread_cond_broadcast(&changed); pthread_mutex_unlock(&mutex); pthread_mutex_lock(&mutex); }
        else pthread_cond_broadcast(&changed);
    }
    pthread_mutex_unlock(&mutex);
    return NULL;
}
static void *wait_for(void *id) { *(volatile int *)id = gettid(); pthread_mutex_lock(&held); pthread_mutex_unlock(&held); return NULL; }
int main(void)
{
    pthread_t threads[4];
    volatile int waiting[4] = {0};
    pthread_mutex_lock(&mutex);
    int busy = pthread_mutex_trylock(&mutex), done = pthread_mutex_unlock(&mutex);
    printf("alone: %d %d", busy, done);
    busy = pthread_mutex_trylock(&mutex), done = pthread_mutex_unlock(&mutex);
    printf(" %d %d\n", busy, done);
    // Taken while there was one thread, given back while others wait.
    pthread_mutex_lock(&held);
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, wait_for, (void *)&waiting[i]);
    for (int i = 0; i < 4; i++) wait_until_asleep(&waiting[i]);
    pthread_mutex_unlock(&held);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, count, NULL);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    printf("%ld %ld\n", shared, twice);
    for (long i = 0; i < 3; i++) pthread_create(&threads[i], NULL, turn, (void *)i);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    printf("%ld %d\n", turns, pthread_mutex_destroy(&mutex));
    return 0;
}
