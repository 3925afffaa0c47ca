// Condition variables that processes share, with mutexes that have a priority ceiling: after a wait the mutex is the waiter's again
// flags: -pthread
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#include "asleep.h"

static pthread_mutex_t m;
static pthread_cond_t c;
static int waits, go;
static volatile int waiter, other;
static int after[2];

static int own_priority(void) { struct sched_param p = { 0 }; int policy; pthread_getschedparam(pthread_self(), &policy, &p); return p.sched_priority; }

// What cannot have the priority fails once only, on both.
static int take(void) { int error = pthread_mutex_lock(&m); return error ? pthread_mutex_lock(&m) : 0; }

static void *wait_here(void *unused)
{
    int error = 0;
    printf(" lock %d", take());
    waiter = gettid();
    while (!go) { waits++; error |= pthread_cond_wait(&c, &m); }
    printf(" wait %d", error);
    int again = pthread_mutex_trylock(&m);
    printf(" try %d", again);
    if (!again) printf(" unlock %d", pthread_mutex_unlock(&m));
    printf(" unlock %d", pthread_mutex_unlock(&m));
    return unused;
}

static void *take_after(void *unused)
{
    other = gettid();
    int error = take();
    after[0] = error, after[1] = pthread_mutex_unlock(&m);
    return unused;
}

static void row(int type, int shared_mutex, int shared_condition, int new_ceiling)
{
    pthread_mutexattr_t a; pthread_condattr_t ca; pthread_t thread, second;
    int old = -1;
    pthread_mutexattr_init(&a), pthread_condattr_init(&ca);
    pthread_mutexattr_settype(&a, type), pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_PROTECT), pthread_mutexattr_setprioceiling(&a, 10);
    pthread_mutexattr_setpshared(&a, shared_mutex), pthread_condattr_setpshared(&ca, shared_condition);
    waits = go = waiter = other = 0;
    printf("type %d shared %d %d:", type, shared_mutex, shared_condition);
    printf(" init %d %d", pthread_mutex_init(&m, &a), pthread_cond_init(&c, &ca));
    struct timespec past = { 1, 0 };
    if (type != PTHREAD_MUTEX_NORMAL) printf(" not held %d", pthread_cond_timedwait(&c, &m, &past));
    printf(" lock %d", take());
    printf(" timed %d", pthread_cond_timedwait(&c, &m, &past) == ETIMEDOUT);
    printf(" unlock %d", pthread_mutex_unlock(&m));
    pthread_create(&thread, NULL, wait_here, NULL);
    wait_until_asleep(&waiter);
    if (new_ceiling) { printf(" new ceiling %d", pthread_mutex_setprioceiling(&m, 20, &old)); printf(" %d", old); }
    printf(" lock %d", take());
    go = 1;
    // The waiter sleeps for the mutex first: its own unlock must wake the other one.
    pthread_cond_signal(&c);
    usleep(20000), wait_until_asleep(&waiter);
    pthread_create(&second, NULL, take_after, NULL);
    wait_until_asleep(&other);
    int unlocked = pthread_mutex_unlock(&m);     // said once the waiter has said what it has to say
    pthread_join(thread, NULL);
    pthread_join(second, NULL);
    printf(" unlock %d", unlocked);
    printf(" other: lock %d unlock %d", after[0], after[1]);
    printf(" once more %d", take());
    printf(" unlock %d", pthread_mutex_unlock(&m));
    printf(" priority %d destroy %d %d\n", own_priority(), pthread_cond_destroy(&c), pthread_mutex_destroy(&m));
    fflush(stdout);
}

int main(void)
{
    alarm(10);
    struct sched_param p = { .sched_priority = 1 };
    printf("policy %d\n", pthread_setschedparam(pthread_self(), SCHED_FIFO, &p));
    for (int type = PTHREAD_MUTEX_NORMAL; type <= PTHREAD_MUTEX_ERRORCHECK; type++)
        for (int shared = 0; shared < 4; shared++)
            row(type, shared & 1, shared >> 1, shared & 1);
    return 0;
}
