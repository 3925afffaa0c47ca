// The _np functions: names, joins that try, affinity, processor clocks, masks and defaults of attributes
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define SAY(call) printf("%s: %d\n", #call, (int)(call))
static sem_t go;
static void *wait_for_go(void *value) { sem_wait(&go); return value; }

static void names(pthread_t other)
{
    char name[20] = "";
    SAY(pthread_setname_np(pthread_self(), "fifteen letters"));
    SAY(pthread_setname_np(pthread_self(), "sixteen letters!"));
    SAY(pthread_getname_np(pthread_self(), name, sizeof name)), puts(name);
    SAY(pthread_getname_np(pthread_self(), name, 15));
    SAY(pthread_setname_np(other, "other"));
    SAY(pthread_getname_np(other, name, 16)), puts(name);
    SAY(pthread_setname_np(other, ""));
    SAY(pthread_getname_np(other, name, 16)), puts(name);
}

static void joins(pthread_t other)
{
    static const struct timespec past = { 1, 0 };
    void *result = "untouched";
    SAY(pthread_tryjoin_np(other, &result)), puts(result);
    SAY(pthread_timedjoin_np(other, &result, &past)), puts(result);
    SAY(pthread_clockjoin_np(other, &result, CLOCK_MONOTONIC, &past)), puts(result);
    SAY(pthread_clockjoin_np(other, &result, CLOCK_THREAD_CPUTIME_ID, &past)), puts(result);
    SAY(pthread_tryjoin_np(pthread_self(), &result));
    SAY(pthread_join(pthread_self(), &result));
    sem_post(&go);
    SAY(pthread_timedjoin_np(other, &result, NULL)), puts(result);
}

static void affinity(void)
{
    cpu_set_t before, one, now;
    CPU_ZERO(&before); CPU_ZERO(&one);
    SAY(pthread_getaffinity_np(pthread_self(), sizeof before, &before));
    int first = 0;
    while (!CPU_ISSET(first, &before)) first++;
    CPU_SET(first, &one);
    SAY(pthread_setaffinity_np(pthread_self(), sizeof one, &one));
    SAY(pthread_getaffinity_np(pthread_self(), sizeof now, &now));
    printf("one %d\n", CPU_EQUAL(&one, &now));
    CPU_ZERO(&one);
    SAY(pthread_setaffinity_np(pthread_self(), sizeof one, &one));
    SAY(pthread_setaffinity_np(pthread_self(), sizeof before, &before));
}

static void attributes(void)
{
    pthread_attr_t a, copy;
    sigset_t mask;
    cpu_set_t set;
    size_t size;
    void *stack;
    int value;
    struct sched_param parameter = { 77 };
    pthread_attr_init(&a);
    SAY(pthread_attr_getsigmask_np(&a, &mask));
    sigemptyset(&mask), sigaddset(&mask, SIGUSR1);
    SAY(pthread_attr_setsigmask_np(&a, &mask));
    SAY(pthread_attr_getsigmask_np(&a, &mask)), SAY(sigismember(&mask, SIGUSR1));
    SAY(pthread_attr_setsigmask_np(&a, NULL));
    SAY(pthread_attr_getsigmask_np(&a, &mask));
    SAY(pthread_attr_getaffinity_np(&a, sizeof set, &set)), SAY(CPU_COUNT(&set));
    CPU_ZERO(&set); CPU_SET(3, &set); CPU_SET(500, &set);
    SAY(pthread_attr_setaffinity_np(&a, sizeof set, &set));
    SAY(pthread_attr_getaffinity_np(&a, 8, &set)), SAY(pthread_attr_getaffinity_np(&a, sizeof set, &set)), SAY(CPU_COUNT(&set));
    SAY(pthread_attr_setaffinity_np(&a, 0, NULL));
    SAY(pthread_attr_getdetachstate(&a, &value)), SAY(value);
    SAY(pthread_attr_setdetachstate(&a, 2)), SAY(pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED));
    SAY(pthread_attr_getdetachstate(&a, &value)), SAY(value);
    SAY(pthread_attr_getscope(&a, &value)), SAY(value);
    SAY(pthread_attr_setscope(&a, PTHREAD_SCOPE_PROCESS)), SAY(pthread_attr_setscope(&a, 5)), SAY(pthread_attr_setscope(&a, PTHREAD_SCOPE_SYSTEM));
    SAY(pthread_attr_getinheritsched(&a, &value)), SAY(value);
    SAY(pthread_attr_setinheritsched(&a, 7)), SAY(pthread_attr_setinheritsched(&a, PTHREAD_EXPLICIT_SCHED));
    SAY(pthread_attr_getschedpolicy(&a, &value)), SAY(value);
    SAY(pthread_attr_setschedpolicy(&a, 99)), SAY(pthread_attr_setschedpolicy(&a, SCHED_RR));
    SAY(pthread_attr_getschedparam(&a, &parameter)), SAY(parameter.sched_priority);
    parameter.sched_priority = 1000;
    SAY(pthread_attr_setschedparam(&a, &parameter));
    parameter.sched_priority = 5;
    SAY(pthread_attr_setschedparam(&a, &parameter));
    SAY(pthread_attr_setschedpolicy(&a, SCHED_OTHER));
    SAY(pthread_attr_setguardsize(&a, 12345)), SAY(pthread_attr_getguardsize(&a, &size)), SAY(size);
    SAY(pthread_attr_setstacksize(&a, 16383)), SAY(pthread_attr_setstacksize(&a, 16384)), SAY(pthread_attr_setstacksize(&a, 100001));
    SAY(pthread_attr_getstacksize(&a, &size)), SAY(size);
    SAY(pthread_attr_setstack(&a, (void *)0x100000, 16384)), SAY(pthread_attr_setstack(&a, (void *)0x100000, 16000));
    SAY(pthread_attr_getstack(&a, &stack, &size)), SAY((long)stack), SAY(size);
    SAY(pthread_attr_destroy(&a));
    SAY(pthread_getattr_default_np(&a));
    SAY(pthread_attr_getstacksize(&a, &size)), SAY(size);
    SAY(pthread_attr_setstacksize(&a, 300000));
    SAY(pthread_setattr_default_np(&a));
    SAY(pthread_getattr_default_np(&copy)), SAY(pthread_attr_getstacksize(&copy, &size)), SAY(size);
    pthread_attr_init(&copy), SAY(pthread_attr_getstacksize(&copy, &size)), SAY(size);
}

static pthread_attr_t small;
static void *own_stack(void *given)
{
    pthread_attr_t a;
    size_t size, guard;
    void *stack;
    int detached;
    pthread_getattr_np(pthread_self(), &a);
    pthread_attr_getstack(&a, &stack, &size), pthread_attr_getguardsize(&a, &guard), pthread_attr_getdetachstate(&a, &detached);
    if (given) printf("given %d size %zu", stack == given, size);
    printf(" holds us %d detached %d\n", (char *)&a > (char *)stack && (char *)&a < (char *)stack + size, detached);
    pthread_attr_destroy(&a);
    return NULL;
}

static void *end(void *unused) { sem_wait(&go); return unused; }
static void detached(void)
{
    pthread_t thread;
    void *result;
    pthread_create(&thread, NULL, end, NULL);
    SAY(pthread_detach(thread)), SAY(pthread_detach(thread));
    SAY(pthread_join(thread, &result)), SAY(pthread_tryjoin_np(thread, &result)), SAY(pthread_timedjoin_np(thread, &result, NULL));
    sem_post(&go);
}

int main(void)
{
    pthread_t other;
    pthread_mutexattr_t m;
    int kind = -1;
    sem_init(&go, 0, 0);
    pthread_create(&other, NULL, wait_for_go, "went");
    names(other);
    joins(other);
    detached();
    affinity();
    attributes();
    static char room[1 << 16] __attribute__((aligned(4096)));
    pthread_attr_init(&small);
    pthread_attr_setstack(&small, room, sizeof room);
    pthread_create(&other, &small, own_stack, room), pthread_join(other, NULL);
    pthread_attr_init(&small), pthread_attr_setstacksize(&small, 100000);
    pthread_create(&other, &small, own_stack, NULL), pthread_join(other, NULL);
    pthread_mutexattr_init(&m);
    SAY(pthread_mutexattr_settype(&m, PTHREAD_MUTEX_RECURSIVE_NP)), SAY(pthread_mutexattr_gettype(&m, &kind)), SAY(kind);
    SAY(pthread_mutexattr_setrobust_np(&m, PTHREAD_MUTEX_ROBUST_NP)), SAY(pthread_mutexattr_getrobust_np(&m, &kind)), SAY(kind);
    SAY(pthread_mutexattr_setrobust_np(&m, 9));
    SAY(sched_yield());
    clockid_t clock;
    struct timespec spent;
    SAY(pthread_getcpuclockid(pthread_self(), &clock)), SAY(clock_gettime(clock, &spent)), SAY(spent.tv_sec < 1000);
    SAY(pthread_setconcurrency(4)), SAY(pthread_getconcurrency()), SAY(pthread_setconcurrency(-1));
    int policy;
    struct sched_param parameter;
    SAY(pthread_getschedparam(pthread_self(), &policy, &parameter)), SAY(policy), SAY(parameter.sched_priority);
    SAY(pthread_setschedparam(pthread_self(), SCHED_OTHER, &parameter)), SAY(pthread_setschedprio(pthread_self(), 3));
    SAY(pthread_kill(pthread_self(), 0)), SAY(pthread_kill(pthread_self(), 65)), SAY(pthread_kill(pthread_self(), -1));
    SAY(pthread_setcancelstate(7, NULL)), SAY(pthread_setcanceltype(7, NULL)), SAY(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &kind)), SAY(kind);
    return 0;
}
