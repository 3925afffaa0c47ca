// A thread that ends once more inside of a key's destructor: by pthread_exit, or because it is cancelled there. Whoever joins it is told
// flags: -pthread
#define _GNU_SOURCE
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_key_t first, second;
static sem_t inside, never;
static int times;
enum how { EXIT, EXIT_AND_SET, EXIT_TWICE, SLEEP, SPIN, SLEEP_AND_SET };
static enum how how;

static void cleanup(void *text) { printf(" %s", (const char *)text); }

static void destroy_first(void *data)
{
    printf(" first %d", times);
    if (times++) {
        if (how == EXIT_TWICE && times < 4) { pthread_setspecific(first, data); pthread_exit((void *)(long)(10 + times)); }
        return;
    }
    if (how != EXIT && how != SLEEP && how != SPIN) pthread_setspecific(first, data);
    if (how == EXIT_TWICE) pthread_exit((void *)10);
    pthread_cleanup_push(cleanup, "handler");
    if (how < EXIT_TWICE) pthread_exit((void *)7);
    if (how == SPIN) pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    sem_post(&inside);
    if (how == SPIN) for (;;) ;
    sem_wait(&never);
    pthread_cleanup_pop(0);
}

static void destroy_second(void *data) { printf(" second %d", data == &second); }

static void *run(void *exits)
{
    pthread_setspecific(first, &first);
    pthread_setspecific(second, &second);
    if (exits) pthread_exit((void *)6);
    return (void *)5;
}

static void report(const char *what, enum how chosen, int exits)
{
    pthread_t thread;
    void *result;
    how = chosen, times = 0;
    printf("%s, %s:", what, exits ? "pthread_exit" : "return");
    pthread_create(&thread, NULL, run, exits ? "" : NULL);
    // After pthread_exit nothing cancels any more.
    if (chosen >= SLEEP) { sem_wait(&inside); pthread_cancel(thread); }
    int error = pthread_join(thread, &result);
    printf(" join %d %ld\n", error, (long)result);
    fflush(stdout);
}

static void destroy_last(void *unused) { printf("main's destructor\n"); pthread_exit(unused); }
static void at_exit(void) { puts("exit"); }

int main(void)
{
    alarm(10);
    sem_init(&inside, 0, 0), sem_init(&never, 0, 0);
    pthread_key_create(&first, destroy_first);
    pthread_key_create(&second, destroy_second);
    for (int exits = 0; exits < 2; exits++) {
        report("pthread_exit", EXIT, exits);
        report("pthread_exit with a value set", EXIT_AND_SET, exits);
        report("pthread_exit in each round", EXIT_TWICE, exits);
    }
    report("cancelled in a sleep", SLEEP, 0);
    report("cancelled in a sleep with a value set", SLEEP_AND_SET, 0);
    report("cancelled anywhere", SPIN, 0);
    atexit(at_exit);
    pthread_key_delete(first);
    pthread_key_create(&first, destroy_last);
    pthread_setspecific(first, &first);
    pthread_exit((void *)9);
}
