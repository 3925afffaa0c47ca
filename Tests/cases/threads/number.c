// A new thread finds its own number where pthread_create was told to put it, and nobody looks there later: the memory may be another's by then
// flags: -pthread
#define _GNU_SOURCE
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct job { pthread_t id; int *wrong; sem_t *done; };

static void *look(void *job)
{
    struct job *own = job;
    if (!pthread_equal(own->id, pthread_self())) ++*own->wrong;
    return NULL;
}

// Its record is gone before the creator has returned, or after.
static void *look_and_forget(void *job)
{
    sem_t *done = ((struct job *)job)->done;
    look(job);
    memset(job, 0x5a, sizeof(struct job));
    free(job);
    sem_post(done);
    return NULL;
}

static pthread_t number, own;
static _Atomic int stop;
static void *scribble(void *unused)
{
    while (!stop) *(volatile pthread_t *)&number = 0x5a5a5a5a5a5a5a5a;
    return unused;
}
static void *say_number(void *done) { own = pthread_self(); sem_post(done); return NULL; }

static void *stack_of_program;

static void many(const char *what, int times, int detached, int affinity, int own_stack)
{
    int wrong = 0, failed = 0;
    sem_t done;
    cpu_set_t all;
    pthread_attr_t a;
    sem_init(&done, 0, 0);
    pthread_attr_init(&a);
    pthread_attr_setstacksize(&a, 65536);
    sched_getaffinity(0, sizeof all, &all);
    if (affinity) pthread_attr_setaffinity_np(&a, sizeof all, &all);
    if (own_stack) pthread_attr_setstack(&a, stack_of_program, 262144);
    if (detached) pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED);
    for (int i = 0; i < times; i++) {
        struct job *job = malloc(sizeof *job);
        *job = (struct job){ 0, &wrong, &done };
        if (pthread_create(&job->id, &a, detached ? look_and_forget : look, job)) { failed++; free(job); continue; }
        if (detached) { sem_wait(&done); continue; }
        pthread_join(job->id, NULL);
        free(job);
    }
    printf("%s: %d did not find their number, %d did not start\n", what, wrong, failed);
    pthread_attr_destroy(&a);
}

int main(void)
{
    alarm(60);
    posix_memalign(&stack_of_program, 4096, 262144);
    many("joined", 3000, 0, 0, 0);
    many("detached", 3000, 1, 0, 0);
    many("with an affinity", 500, 0, 1, 0);
    many("detached with an affinity", 500, 1, 1, 0);
    many("on the program's stack", 500, 0, 0, 1);
    many("on the program's stack with an affinity", 500, 0, 1, 1);

    pthread_t scribbler;
    sem_t done;
    sem_init(&done, 0, 0);
    pthread_create(&scribbler, NULL, scribble, NULL);
    int failed = 0, joined = 0;
    for (int i = 0; i < 500; i++) {
        if (pthread_create(&number, NULL, say_number, &done)) { failed++; continue; }
        sem_wait(&done);
        joined += !pthread_join(own, NULL);
    }
    stop = 1;
    pthread_join(scribbler, NULL);
    printf("overwritten: %d did not start, %d joined\n", failed, joined);
    return 0;
}
