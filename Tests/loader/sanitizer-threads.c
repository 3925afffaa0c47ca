// ThreadSanitizer's runtime starts, sees locks, barriers and what they order, goes on after longjmp, and reports the one race.
// flags: -fsanitize=thread -static-libtsan -lpthread
// sh: ./prog 2>messages; echo $?; grep -c 'WARNING: ThreadSanitizer: data race' messages; grep -c 'WARNING: ThreadSanitizer: lock-order' messages
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER, one = PTHREAD_MUTEX_INITIALIZER, two = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static pthread_barrier_t barrier;
static int counter, turn, raced;
static __thread int own;

static __attribute__((noinline)) void leap(jmp_buf *place, int depth)
{
    if (depth)
        leap(place, depth - 1);
    longjmp(*place, 7);
}

static void leap_often(void)
{
    for (volatile int i = 0; i < 20; i++) {
        jmp_buf outer;
        int value = setjmp(outer);
        if (!value)
            leap(&outer, 5);
        own += value;
    }
}

static void *thread(void *argument)
{
    int me = (int)(long)argument;
    for (int i = 0; i < 200; i++) {
        pthread_mutex_lock(&lock);
        while (turn % 4 != me)
            pthread_cond_wait(&condition, &lock);
        counter += 1;
        turn++;
        pthread_cond_broadcast(&condition);
        pthread_mutex_unlock(&lock);
    }
    leap_often();
    char *block = malloc(100);
    memset(block, me, 100);
    pthread_barrier_wait(&barrier);
    return block;
}

static void *race(void *unused)
{
    for (int i = 0; i < 100; i++) {
        raced++;
        usleep(100);
    }
    return unused;
}

static void on_signal(int number) { own += number; }

int main(void)
{
    pthread_t threads[4];
    pthread_barrier_init(&barrier, NULL, 4);
    for (long i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, thread, (void *)i);
    int sum = 0;
    for (int i = 0; i < 4; i++) {
        void *block;
        pthread_join(threads[i], &block);
        sum += ((char *)block)[50];
        free(block);
    }
    leap_often();
    signal(SIGUSR1, on_signal);
    raise(SIGUSR1);
    printf("%d %d %d\n", counter, sum, own);
    fflush(stdout);
    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, race, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    pthread_mutex_lock(&one);
    pthread_mutex_lock(&two);
    pthread_mutex_unlock(&two);
    pthread_mutex_unlock(&one);
    pthread_mutex_lock(&two);
    pthread_mutex_lock(&one);
    pthread_mutex_unlock(&one);
    pthread_mutex_unlock(&two);
    return 0;
}
