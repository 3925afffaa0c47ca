// Cancellation and pthread_exit run C cleanup handlers in order, then key destructors; blocked in several cancellation points
// flags: -pthread
#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
#include "asleep.h"

static int pipes[2];
static volatile int blocking;
static pthread_key_t key;
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static sem_t semaphore;
static void say(void *text) { printf("  cleanup %s\n", (char *)text); }
static void unlock(void *m) { printf("  unlock %d\n", pthread_mutex_unlock(m)); }
static void key_destructor(void *text) { printf("  key %s\n", (char *)text); }

static __attribute__((noinline)) void block(int how)
{
    char c;
    struct pollfd fd = { pipes[0], POLLIN, 0 };
    pthread_cleanup_push(say, "inner");
    blocking = gettid();
    switch (how) {
    case 0: (void)!read(pipes[0], &c, 1); break;
    case 1: poll(&fd, 1, -1); break;
    case 2: sleep(1000); break;
    case 3: sem_wait(&semaphore); break;
    case 4: pause(); break;
    case 5:
        pthread_mutex_lock(&mutex);
        pthread_cleanup_push(unlock, &mutex);
        pthread_cond_wait(&condition, &mutex);
        pthread_cleanup_pop(1);
        break;
    case 6: for (;;) pthread_testcancel();
    case 7: pthread_exit("exited");
    case 8: {
        int old;
        pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &old);
        for (volatile int spin = 0;; spin++) ;
    }
    case 9: usleep(1000); break;
    }
    pthread_cleanup_pop(how == 9);
}

static void *run(void *how)
{
    pthread_setspecific(key, "value");
    pthread_cleanup_push(say, "outer");
    block((int)(long)how);
    pthread_cleanup_pop(0);
    return "returned";
}

int main(void)
{
    (void)!pipe(pipes);
    sem_init(&semaphore, 0, 0);
    pthread_key_create(&key, key_destructor);
    for (long how = 0; how < 10; how++) {
        printf("%ld\n", how);
        pthread_t thread;
        void *result;
        blocking = 0;
        pthread_create(&thread, NULL, run, (void *)how);
        // 6 and 8 never sleep, 7 and 9 end by themselves.
        if (how < 6) wait_until_asleep(&blocking);
        else while (!blocking) usleep(1000);
        if (how != 7 && how != 9) pthread_cancel(thread);
        pthread_join(thread, &result);
        printf("  result %s\n", result == PTHREAD_CANCELED ? "canceled" : (char *)result);
    }
    return 0;
}
