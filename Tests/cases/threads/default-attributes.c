// pthread_setattr_default_np: all attributes become those of threads that are created without any, and what it refuses changes nothing
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>

#define SAY(call) printf("%s: %d\n", #call, (int)(call))
static sem_t done;

static void show(const char *what, pthread_attr_t *a)
{
    size_t size, guard;
    int detached, inherits, policy, scope;
    struct sched_param parameter;
    cpu_set_t set;
    sigset_t mask;
    pthread_attr_getstacksize(a, &size), pthread_attr_getguardsize(a, &guard), pthread_attr_getdetachstate(a, &detached);
    pthread_attr_getinheritsched(a, &inherits), pthread_attr_getschedpolicy(a, &policy), pthread_attr_getschedparam(a, &parameter), pthread_attr_getscope(a, &scope);
    CPU_ZERO(&set);
    pthread_attr_getaffinity_np(a, sizeof set, &set);
    int masked = pthread_attr_getsigmask_np(a, &mask);
    printf("%s: stack %zu guard %zu detached %d inherits %d policy %d priority %d scope %d processors %d mask %d %d\n", what, size, guard, detached, inherits, policy, parameter.sched_priority, scope, CPU_COUNT(&set), masked, sigismember(&mask, SIGUSR1));
}

static void *run(void *what)
{
    pthread_attr_t a;
    sigset_t now;
    int policy;
    struct sched_param parameter;
    size_t size, guard;
    int detached;
    cpu_set_t set;
    pthread_getattr_np(pthread_self(), &a);
    pthread_attr_getstacksize(&a, &size), pthread_attr_getguardsize(&a, &guard), pthread_attr_getdetachstate(&a, &detached), pthread_attr_destroy(&a);
    pthread_sigmask(0, NULL, &now), pthread_getschedparam(pthread_self(), &policy, &parameter);
    pthread_getaffinity_np(pthread_self(), sizeof set, &set);
    printf("%s: stack %zu guard %zu detached %d policy %d priority %d masked %d processors one %d\n", (char *)what, size, guard, detached, policy, parameter.sched_priority, sigismember(&now, SIGUSR1), CPU_COUNT(&set) == 1);
    sem_post(&done);
    return NULL;
}

static void defaults(const char *what) { pthread_attr_t a; SAY(pthread_getattr_default_np(&a)); show(what, &a); pthread_attr_destroy(&a); pthread_attr_init(&a); show("  init", &a); pthread_attr_destroy(&a); }

int main(void)
{
    pthread_attr_t a;
    pthread_t thread;
    struct sched_param parameter = { 0 };
    sem_init(&done, 0, 0);
    defaults("at first");
    pthread_attr_init(&a), pthread_attr_setstack(&a, (void *)0x10000000, 1 << 20), SAY(pthread_setattr_default_np(&a));
    pthread_attr_init(&a), pthread_attr_setschedpolicy(&a, SCHED_FIFO), parameter.sched_priority = 7, pthread_attr_setschedparam(&a, &parameter);
    SAY(pthread_setattr_default_np(&a)), defaults("FIFO 7, inherited");
    pthread_create(&thread, NULL, run, "inherits"), sem_wait(&done), pthread_join(thread, NULL);
    SAY(pthread_attr_setschedpolicy(&a, SCHED_OTHER)), SAY(pthread_setattr_default_np(&a)), defaults("refused");
    pthread_attr_setschedpolicy(&a, SCHED_FIFO), pthread_attr_setinheritsched(&a, PTHREAD_EXPLICIT_SCHED), SAY(pthread_setattr_default_np(&a));
    int error = pthread_create(&thread, NULL, run, "explicit");
    if (!error) sem_wait(&done), pthread_join(thread, NULL);
    printf("create %d\n", error);
    cpu_set_t now, one;
    sigset_t mask;
    sched_getaffinity(0, sizeof now, &now);
    CPU_ZERO(&one);
    for (int i = 0; i < CPU_SETSIZE && !CPU_COUNT(&one); i++) if (CPU_ISSET(i, &now)) { CPU_SET(i, &one); }
    sigemptyset(&mask), sigaddset(&mask, SIGUSR1);
    pthread_attr_init(&a), pthread_attr_setstacksize(&a, 300000), pthread_attr_setguardsize(&a, 9000), pthread_attr_setaffinity_np(&a, sizeof one, &one), pthread_attr_setsigmask_np(&a, &mask);
    SAY(pthread_setattr_default_np(&a)), SAY(pthread_attr_destroy(&a)), defaults("all of it");
    pthread_create(&thread, NULL, run, "all of it"), sem_wait(&done), SAY(pthread_join(thread, NULL));
    pthread_attr_init(&a), SAY(pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED)), SAY(pthread_setattr_default_np(&a)), defaults("detached");
    pthread_create(&thread, NULL, run, "detached"), sem_wait(&done);
    return 0;
}
