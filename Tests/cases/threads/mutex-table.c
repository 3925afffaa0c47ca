// Mutexes of every type, protocol, robustness and sharing: what each call returns in each state, for ordinary and for real-time threads
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const struct timespec past = { 1, 0 }, wrong = { 1, 1000000000 }, before = { -5, 0 };
static int policy, priority;

static void take_up(void)
{
    struct sched_param parameter = { .sched_priority = priority };
    int error = pthread_setschedparam(pthread_self(), policy, &parameter);
    if (error) printf(" no right to the priority %d\n", error);
}

struct job { pthread_mutex_t *mutex; int checked; };
static void *elsewhere(void *given)
{
    struct job *job = given;
    take_up();
    printf(" elsewhere: try %d", pthread_mutex_trylock(job->mutex));
    printf(" timed %d", pthread_mutex_timedlock(job->mutex, &past));
    printf(" wrong %d", pthread_mutex_timedlock(job->mutex, &wrong));
    printf(" before %d", pthread_mutex_clocklock(job->mutex, CLOCK_MONOTONIC, &before));
    printf(" clock %d", pthread_mutex_clocklock(job->mutex, CLOCK_MONOTONIC, &past));
    printf(" other clock %d", pthread_mutex_clocklock(job->mutex, CLOCK_BOOTTIME, &past));
    if (job->checked) printf(" unlock %d", pthread_mutex_unlock(job->mutex));
    printf(" consistent %d\n", pthread_mutex_consistent(job->mutex));
    return NULL;
}

static void *end_holding(void *mutex) { take_up(); printf(" end holding %d\n", pthread_mutex_lock(mutex)); return NULL; }

static void in_thread(void *(*function)(void *), void *argument)
{
    pthread_t thread;
    fflush(stdout);
    pthread_create(&thread, NULL, function, argument), pthread_join(thread, NULL);
}

static void row(int type, int protocol, int robust, int shared)
{
    pthread_mutexattr_t a;
    pthread_mutex_t m;
    int value = -1, got[4], ceiling = -1, old = -1, checked = type == PTHREAD_MUTEX_RECURSIVE || type == PTHREAD_MUTEX_ERRORCHECK;
    memset(&m, 0, sizeof m);
    pthread_mutexattr_init(&a);
    printf("type %d protocol %d robust %d shared %d:", type, protocol, robust, shared);
    printf(" %d%d%d%d", pthread_mutexattr_settype(&a, type), pthread_mutexattr_setprotocol(&a, protocol), pthread_mutexattr_setrobust(&a, robust), pthread_mutexattr_setpshared(&a, shared));
    pthread_mutexattr_gettype(&a, got), pthread_mutexattr_getprotocol(&a, got + 1), pthread_mutexattr_getrobust(&a, got + 2), pthread_mutexattr_getpshared(&a, got + 3);
    printf(" %d%d%d%d", got[0], got[1], got[2], got[3]);
    pthread_mutexattr_setprioceiling(&a, 10), pthread_mutexattr_getprioceiling(&a, &ceiling);
    int error = pthread_mutex_init(&m, &a);
    printf(" ceiling %d init %d\n", ceiling, error);
    if (error) return;
    printf(" get %d %d", pthread_mutex_getprioceiling(&m, &value), protocol == PTHREAD_PRIO_PROTECT ? value : 0);
    printf(" set %d %d %d\n", pthread_mutex_setprioceiling(&m, 0, &old), pthread_mutex_setprioceiling(&m, 100, &old), pthread_mutex_setprioceiling(&m, 20, &old));
    // Twice: what a first failure leaves behind is part of the answer.
    for (int round = 0; round < 2; round++) {
        int locked = pthread_mutex_lock(&m);
        printf(" lock %d", locked);
        if (locked) { printf(" try %d\n", locked = pthread_mutex_trylock(&m)); if (locked) continue; }
        int again = pthread_mutex_trylock(&m);
        printf(" try %d timed %d wrong %d", again, pthread_mutex_timedlock(&m, &past), pthread_mutex_timedlock(&m, &wrong));
        if (checked) printf(" lock %d", pthread_mutex_lock(&m));
        if (type != 0 && type != 3) { old = -1; error = pthread_mutex_setprioceiling(&m, 30, &old); printf(" set while held %d %d", error, old); }
        printf(" consistent %d destroy %d\n", pthread_mutex_consistent(&m), robust ? 0 : pthread_mutex_destroy(&m));
        in_thread(elsewhere, &(struct job){ &m, checked });
        printf(" unlock");
        for (int i = 0; i < (checked ? 6 : 1); i++) printf(" %d", pthread_mutex_unlock(&m));
        puts("");
    }
    if (protocol == PTHREAD_PRIO_NONE || robust) {
        for (int round = 0; round < 3; round++) {
            in_thread(end_holding, &m);
            error = round == 1 ? pthread_mutex_timedlock(&m, &past) : robust || round ? pthread_mutex_trylock(&m) : pthread_mutex_trylock(&m);
            printf(" then %d", error);
            if (error == EOWNERDEAD && round < 2) printf(" consistent %d", pthread_mutex_consistent(&m));
            if (!error || error == EOWNERDEAD) printf(" unlock %d", pthread_mutex_unlock(&m));
            puts("");
            if (!robust) break;
        }
    }
    printf(" destroy %d\n", pthread_mutex_destroy(&m));
}

static void *rows(void *unused)
{
    take_up();
    for (int type = 0; type < 4; type++)
        for (int protocol = 0; protocol < 3; protocol++)
            for (int robust = 0; robust < 2; robust++)
                for (int shared = 0; shared < 2; shared++) row(type, protocol, robust, shared);
    return unused;
}

static int effective(void)
{
    struct sched_param kernel;
    sched_getparam(0, &kernel);
    return kernel.sched_priority;
}

static void say(const char *what)
{
    struct sched_param own = { -1 };
    int how = -1;
    pthread_getschedparam(pthread_self(), &how, &own);
    printf("%s: runs at %d, own %d policy %d\n", what, effective(), own.sched_priority, how);
}

static void *nested(void *unused)
{
    pthread_mutexattr_t a;
    pthread_mutex_t low, middle, high;
    struct sched_param parameter;
    int old = -1;
    take_up();
    pthread_mutexattr_init(&a), pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_PROTECT);
    pthread_mutexattr_setprioceiling(&a, 10), pthread_mutex_init(&low, &a);
    pthread_mutexattr_setprioceiling(&a, 20), pthread_mutex_init(&middle, &a);
    pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE), pthread_mutexattr_setprioceiling(&a, 30), pthread_mutex_init(&high, &a);
    printf("lock %d", pthread_mutex_lock(&low)), say(""), printf("lock %d", pthread_mutex_lock(&high)), say(""), printf("lock %d", pthread_mutex_lock(&middle)), say("");
    printf("unlock %d", pthread_mutex_unlock(&high)), say(""), printf("unlock %d", pthread_mutex_unlock(&low)), say("");
    parameter.sched_priority = 15, printf("set %d", pthread_setschedparam(pthread_self(), policy, &parameter)), say("");
    printf("low %d high %d", pthread_mutex_lock(&low), pthread_mutex_lock(&high)), say("");
    printf("prio %d", pthread_setschedprio(pthread_self(), 25)), say("");
    printf("high again %d ceiling %d was", pthread_mutex_lock(&high), pthread_mutex_setprioceiling(&high, 40, &old)), printf(" %d", old), say("");
    printf("unlock %d %d", pthread_mutex_unlock(&high), pthread_mutex_unlock(&high)), say(""), printf("unlock %d", pthread_mutex_unlock(&middle)), say("");
    printf("try %d %d", pthread_mutex_trylock(&middle), pthread_mutex_trylock(&high)), say("");
    printf("unlock %d\n", pthread_mutex_unlock(&high));
    return unused;
}

int main(void)
{
    in_thread(rows, NULL);
    policy = SCHED_FIFO, priority = 5;
    in_thread(rows, NULL), in_thread(nested, NULL);
    policy = SCHED_RR, priority = 12;
    in_thread(nested, NULL);
    return 0;
}
