// Conditions: nobody waits, time-outs, signals and broadcasts reach sleepers, every kind of mutex, freed at once after a broadcast
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <threads.h>
#include <time.h>
#include "asleep.h"

#define SAY(call) printf("%s: %d\n", #call, call)
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static int go, woken;
static const struct timespec past = { 1, 0 };

static void *wait_for_go(void *id)
{
    pthread_mutex_lock(&mutex);
    *(volatile int *)id = gettid();
    while (!go) pthread_cond_wait(&condition, &mutex);
    go--;
    woken++;
    pthread_mutex_unlock(&mutex);
    return NULL;
}

static void wake_each(void)
{
    pthread_t threads[5];
    volatile int ids[5] = { 0 };
    for (int i = 0; i < 5; i++) pthread_create(&threads[i], NULL, wait_for_go, (void *)&ids[i]);
    for (int i = 0; i < 5; i++) wait_until_asleep(&ids[i]);
    for (int i = 0; i < 3; i++) {
        pthread_mutex_lock(&mutex);
        go++;
        // Held and not held.
        if (i) pthread_cond_signal(&condition);
        pthread_mutex_unlock(&mutex);
        if (!i) pthread_cond_signal(&condition);
        for (int done = 0; !done; usleep(1000)) { pthread_mutex_lock(&mutex); done = woken == i + 1; pthread_mutex_unlock(&mutex); }
    }
    printf("woken %d\n", woken);
    pthread_mutex_lock(&mutex);
    go += 2;
    pthread_cond_broadcast(&condition);
    pthread_mutex_unlock(&mutex);
    for (int i = 0; i < 5; i++) pthread_join(threads[i], NULL);
    printf("woken %d, destroy %d\n", woken, pthread_cond_destroy(&condition));
}

// A condition with the mutex and flag beside it in one block, freed by the last who knows of it.
struct meeting { pthread_mutex_t mutex; pthread_cond_t condition; int here, left; };
static void *meet(void *argument)
{
    struct meeting *m = argument;
    pthread_mutex_lock(&m->mutex);
    if (++m->here == 3) pthread_cond_broadcast(&m->condition);
    while (m->here < 3) pthread_cond_wait(&m->condition, &m->mutex);
    int last = ++m->left == 3;
    pthread_mutex_unlock(&m->mutex);
    if (last) { pthread_cond_destroy(&m->condition); pthread_mutex_destroy(&m->mutex); memset(m, 0xee, sizeof *m); free(m); }
    return NULL;
}

// The waker destroys the condition while those that it woke, some of them by a time-out that came at the same moment, are on their way out.
struct parting { pthread_cond_t condition; pthread_mutex_t *mutex; int over, waiting; };
static void *part(void *argument)
{
    struct parting *p = argument;
    pthread_mutex_lock(&mutex);
    p->waiting++;
    while (!p->over) {
        struct timespec t;
        clock_gettime(CLOCK_REALTIME, &t);
        t.tv_nsec += 20000;
        if (t.tv_nsec >= 1000000000) t.tv_nsec -= 1000000000, t.tv_sec++;
        pthread_cond_timedwait(&p->condition, &mutex, &t);
    }
    pthread_mutex_unlock(&mutex);
    return NULL;
}
static void part_often(void)
{
    static struct parting p;
    for (int round = 0; round < 200; round++) {
        pthread_t threads[3];
        p.over = p.waiting = 0;
        pthread_cond_init(&p.condition, NULL);
        for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, part, &p);
        for (int all = 0; !all; sched_yield()) { pthread_mutex_lock(&mutex); all = p.waiting == 3; pthread_mutex_unlock(&mutex); }
        pthread_mutex_lock(&mutex);
        p.over = 1;
        pthread_cond_broadcast(&p.condition);
        pthread_mutex_unlock(&mutex);
        pthread_cond_destroy(&p.condition);
        memset(&p.condition, 0xee, sizeof p.condition);
        for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    }
    puts("parted");
}

static void *waits_with(void *kind)
{
    pthread_mutexattr_t a;
    pthread_mutex_t m;
    pthread_cond_t c = PTHREAD_COND_INITIALIZER;
    pthread_mutexattr_init(&a);
    pthread_mutexattr_settype(&a, (int)(long)kind & 3);
    if ((long)kind & 4) pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST);
    if ((long)kind & 8) pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT);
    if ((long)kind & 16) pthread_mutexattr_setpshared(&a, PTHREAD_PROCESS_SHARED);
    printf("kind %ld init %d", (long)kind, pthread_mutex_init(&m, &a));
    int locked = pthread_mutex_lock(&m), waited = pthread_cond_timedwait(&c, &m, &past);
    printf(" %d %d", locked, waited);
    locked = (int)((long)kind & 3) == PTHREAD_MUTEX_RECURSIVE ? pthread_mutex_lock(&m) : pthread_mutex_trylock(&m);
    printf(" again %d", locked);
    if (!locked) pthread_mutex_unlock(&m);
    locked = pthread_mutex_unlock(&m);
    printf(" unlock %d", locked);
    if (((long)kind & 3) % 3 && !((long)kind & 8)) printf(" wait without %d unlock %d", pthread_cond_timedwait(&c, &m, &past), pthread_mutex_unlock(&m));
    printf(" destroy %d %d\n", pthread_mutex_destroy(&m), pthread_cond_destroy(&c));
    return NULL;
}

struct shared { pthread_mutex_t mutex; pthread_cond_t condition; int turn; };
static void between_processes(void)
{
    struct shared *s = mmap(NULL, sizeof *s, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_t ma;
    pthread_condattr_t ca;
    pthread_mutexattr_init(&ma), pthread_mutexattr_setpshared(&ma, PTHREAD_PROCESS_SHARED), pthread_mutex_init(&s->mutex, &ma);
    pthread_condattr_init(&ca), pthread_condattr_setpshared(&ca, PTHREAD_PROCESS_SHARED), pthread_condattr_setclock(&ca, CLOCK_MONOTONIC);
    pthread_cond_init(&s->condition, &ca);
    fflush(stdout);
    pid_t child = fork();
    for (int i = 0; i < 50; i++) {
        pthread_mutex_lock(&s->mutex);
        while (s->turn % 2 != !child) pthread_cond_wait(&s->condition, &s->mutex);
        s->turn++;
        pthread_cond_signal(&s->condition);
        pthread_mutex_unlock(&s->mutex);
    }
    if (!child) _exit(0);
    waitpid(child, NULL, 0);
    pthread_mutex_lock(&s->mutex);
    printf("turns %d, then %d", s->turn, pthread_cond_timedwait(&s->condition, &s->mutex, &past));
    printf(" %d\n", pthread_cond_clockwait(&s->condition, &s->mutex, CLOCK_REALTIME, &past));
}

static mtx_t c11_mutex;
static cnd_t c11_condition;
static int c11_go;
static int c11(void *unused)
{
    mtx_lock(&c11_mutex);
    while (!c11_go) cnd_wait(&c11_condition, &c11_mutex);
    mtx_unlock(&c11_mutex);
    return 6;
}

int main(void)
{
    SAY(pthread_cond_signal(&condition));
    SAY(pthread_cond_broadcast(&condition));
    pthread_mutex_lock(&mutex);
    SAY(pthread_cond_timedwait(&condition, &mutex, &past));
    SAY(pthread_cond_timedwait(&condition, &mutex, &(struct timespec){ -5, 0 }));
    SAY(pthread_cond_timedwait(&condition, &mutex, &(struct timespec){ 1, 1000000000 }));
    SAY(pthread_cond_clockwait(&condition, &mutex, CLOCK_MONOTONIC, &(struct timespec){ 0, 1 }));
    SAY(pthread_mutex_unlock(&mutex));
    wake_each();
    for (int i = 0; i < 200; i++) {
        pthread_t threads[3];
        struct meeting *m = malloc(sizeof *m);
        *m = (struct meeting){ PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0, 0 };
        for (int t = 0; t < 3; t++) pthread_create(&threads[t], NULL, meet, m);
        for (int t = 0; t < 3; t++) pthread_join(threads[t], NULL);
    }
    puts("met");
    part_often();
    static const long kinds[] = { 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 16, 17, 18, 20, 21 };
    for (unsigned i = 0; i < sizeof kinds / sizeof *kinds; i++) waits_with((void *)kinds[i]);
    between_processes();
    thrd_t thread;
    int result;
    SAY(mtx_init(&c11_mutex, mtx_timed));
    SAY(cnd_init(&c11_condition));
    SAY(thrd_create(&thread, c11, NULL));
    SAY(mtx_lock(&c11_mutex));
    SAY(cnd_timedwait(&c11_condition, &c11_mutex, &past));
    c11_go = 1;
    SAY(cnd_broadcast(&c11_condition));
    SAY(cnd_signal(&c11_condition));
    SAY(mtx_unlock(&c11_mutex));
    SAY(thrd_join(thread, &result));
    printf("%d\n", result);
    cnd_destroy(&c11_condition);
    mtx_destroy(&c11_mutex);
    return 0;
}
