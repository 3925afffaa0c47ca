// <pthread.h>, <semaphore.h>, <threads.h>: attributes, objects and their errors.
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>
static struct timespec past = {1, 0}, bad = {1, 1000000000};

pthread_attr_init, pthread_attr_destroy, pthread_attr_getdetachstate, pthread_attr_setdetachstate,
+ pthread_attr_getguardsize, pthread_attr_setguardsize, pthread_attr_getinheritsched, pthread_attr_setinheritsched,
+ pthread_attr_getschedparam, pthread_attr_setschedparam, pthread_attr_getschedpolicy, pthread_attr_setschedpolicy,
+ pthread_attr_getscope, pthread_attr_setscope, pthread_attr_getstack, pthread_attr_setstack, pthread_attr_getstackaddr,
+ pthread_attr_setstackaddr, pthread_attr_getstacksize, pthread_attr_setstacksize:
    extern int pthread_attr_getstackaddr(const pthread_attr_t *, void **),
        pthread_attr_setstackaddr(pthread_attr_t *, void *);
    pthread_attr_t a;
    int n;
    size_t size;
    void *address;
    struct sched_param param = {9};
    static char stack[65536] __attribute__((aligned(4096)));
    show(pthread_attr_init(&a)), show(pthread_attr_getdetachstate(&a, &n)), show(n);
    show(pthread_attr_setdetachstate(&a, PTHREAD_CREATE_DETACHED)), pthread_attr_getdetachstate(&a, &n), show(n);
    show(pthread_attr_setdetachstate(&a, 99));
    show(pthread_attr_getguardsize(&a, &size)), show(size), show(pthread_attr_setguardsize(&a, 12345));
    pthread_attr_getguardsize(&a, &size), show(size);
    show(pthread_attr_getinheritsched(&a, &n)), show(n), show(pthread_attr_setinheritsched(&a, PTHREAD_EXPLICIT_SCHED));
    show(pthread_attr_setinheritsched(&a, 99)), pthread_attr_getinheritsched(&a, &n), show(n);
    show(pthread_attr_getschedparam(&a, &param)), show(param.sched_priority), show(pthread_attr_getschedpolicy(&a, &n));
    show(n), show(pthread_attr_setschedpolicy(&a, SCHED_RR)), show(pthread_attr_setschedpolicy(&a, 99));
    param.sched_priority = 3, show(pthread_attr_setschedparam(&a, &param)), pthread_attr_getschedparam(&a, &param),
        show(param.sched_priority);
    show(pthread_attr_getscope(&a, &n)), show(n), show(pthread_attr_setscope(&a, PTHREAD_SCOPE_SYSTEM));
    show(pthread_attr_setscope(&a, PTHREAD_SCOPE_PROCESS)), show(pthread_attr_setscope(&a, 99));
    show(pthread_attr_setstacksize(&a, 100)), show(pthread_attr_setstacksize(&a, 1 << 20));
    show(pthread_attr_getstacksize(&a, &size)), show(size), show(pthread_attr_setstack(&a, stack, sizeof stack));
    show(pthread_attr_getstack(&a, &address, &size)), show(address == stack), show(size);
    show(pthread_attr_setstack(&a, stack, 10)), show(pthread_attr_getstackaddr(&a, &address));
    show(address == stack + sizeof stack), show(pthread_attr_setstackaddr(&a, stack + 32768));
    pthread_attr_getstackaddr(&a, &address), show(address == stack + 32768);
    show(pthread_attr_destroy(&a));

pthread_mutexattr_init, pthread_mutexattr_destroy, pthread_mutexattr_gettype, pthread_mutexattr_settype,
+ pthread_mutexattr_getpshared, pthread_mutexattr_setpshared, pthread_mutexattr_getprotocol,
+ pthread_mutexattr_setprotocol, pthread_mutexattr_getrobust, pthread_mutexattr_setrobust,
+ pthread_mutexattr_getprioceiling, pthread_mutexattr_setprioceiling, pthread_mutex_getprioceiling,
+ pthread_mutex_setprioceiling:
    pthread_mutexattr_t a;
    pthread_mutex_t m;
    int n;
    show(pthread_mutexattr_init(&a)), show(pthread_mutexattr_gettype(&a, &n)), show(n);
    show(pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE)), pthread_mutexattr_gettype(&a, &n), show(n);
    show(pthread_mutexattr_settype(&a, 99));
    show(pthread_mutexattr_getpshared(&a, &n)), show(n), show(pthread_mutexattr_setpshared(&a, PTHREAD_PROCESS_SHARED));
    pthread_mutexattr_getpshared(&a, &n), show(n), show(pthread_mutexattr_setpshared(&a, 99)),
        show(pthread_mutexattr_getprotocol(&a, &n)), show(n),
        show(pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT)), pthread_mutexattr_getprotocol(&a, &n), show(n),
        show(pthread_mutexattr_setprotocol(&a, 99));
    show(pthread_mutexattr_getrobust(&a, &n)), show(n), show(pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST));
    pthread_mutexattr_getrobust(&a, &n), show(n), show(pthread_mutexattr_setrobust(&a, 99));
    show(pthread_mutexattr_setprioceiling(&a, 1000)), show(pthread_mutexattr_destroy(&a)), pthread_mutex_init(&m, NULL);
    show(pthread_mutex_getprioceiling(&m, &n)), show(pthread_mutex_setprioceiling(&m, 5, &n));
    show(pthread_mutexattr_getprioceiling(&a, &n));

pthread_condattr_init, pthread_condattr_destroy, pthread_condattr_getclock, pthread_condattr_setclock,
+ pthread_condattr_getpshared, pthread_condattr_setpshared, pthread_rwlockattr_init, pthread_rwlockattr_destroy,
+ pthread_rwlockattr_getpshared, pthread_rwlockattr_setpshared, pthread_barrierattr_init, pthread_barrierattr_destroy,
+ pthread_barrierattr_getpshared, pthread_barrierattr_setpshared:
    pthread_condattr_t c;
    pthread_rwlockattr_t r;
    pthread_barrierattr_t b;
    clockid_t k;
    int n;
    show(pthread_condattr_init(&c)), show(pthread_condattr_getclock(&c, &k)), show(k);
    show(pthread_condattr_setclock(&c, CLOCK_MONOTONIC)), pthread_condattr_getclock(&c, &k), show(k);
    show(pthread_condattr_setclock(&c, CLOCK_PROCESS_CPUTIME_ID)), show(pthread_condattr_setclock(&c, 99));
    show(pthread_condattr_getpshared(&c, &n)), show(n), show(pthread_condattr_setpshared(&c, PTHREAD_PROCESS_SHARED));
    pthread_condattr_getpshared(&c, &n), show(n), show(pthread_condattr_setpshared(&c, 99)),
        show(pthread_condattr_destroy(&c));
    show(pthread_rwlockattr_init(&r)), show(pthread_rwlockattr_getpshared(&r, &n)), show(n);
    show(pthread_rwlockattr_setpshared(&r, 1)), pthread_rwlockattr_getpshared(&r, &n), show(n);
    show(pthread_rwlockattr_setpshared(&r, 99)), show(pthread_rwlockattr_destroy(&r));
    show(pthread_barrierattr_init(&b)), show(pthread_barrierattr_getpshared(&b, &n)), show(n);
    show(pthread_barrierattr_setpshared(&b, 1)), pthread_barrierattr_getpshared(&b, &n), show(n);
    show(pthread_barrierattr_setpshared(&b, 99)), show(pthread_barrierattr_destroy(&b));

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void *try_it(void *m) { return (void *)(long)pthread_mutex_trylock(m); }
static void *time_it(void *m) { return (void *)(long)pthread_mutex_timedlock(m, &past); }
static void *unlock_it(void *m) { return (void *)(long)pthread_mutex_unlock(m); }
static long in_thread(void *(*f)(void *), void *argument)
{
    pthread_t t;
    void *result;
    if (pthread_create(&t, NULL, f, argument) || pthread_join(t, &result)) return -99;
    return (long)result;
}
pthread_mutex_init, pthread_mutex_lock, pthread_mutex_trylock, pthread_mutex_timedlock, pthread_mutex_clocklock,
+ pthread_mutex_unlock, pthread_mutex_destroy:
    const int kinds[] = {PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_ERRORCHECK};
    for (int k = 0; k < 3; k++) {
        pthread_mutexattr_t a;
        pthread_mutex_t m;
        pthread_mutexattr_init(&a), pthread_mutexattr_settype(&a, kinds[k]);
        show(pthread_mutex_init(&m, &a)), show(pthread_mutex_lock(&m)), show(pthread_mutex_trylock(&m));
        show(in_thread(try_it, &m)), show(in_thread(time_it, &m)), show(pthread_mutex_timedlock(&m, &past));
        show(pthread_mutex_clocklock(&m, CLOCK_MONOTONIC, &past));
        if (k) show(pthread_mutex_lock(&m)), show(in_thread(unlock_it, &m));
        show(pthread_mutex_unlock(&m)), show(pthread_mutex_clocklock(&m, 99, &past));
        if (k == 2) show(pthread_mutex_unlock(&m));
    }
    show(pthread_mutex_timedlock(&lock, &bad)), show(pthread_mutex_unlock(&lock)), show(pthread_mutex_destroy(&lock));

pthread_rwlock_init, pthread_rwlock_rdlock, pthread_rwlock_tryrdlock, pthread_rwlock_timedrdlock,
+ pthread_rwlock_clockrdlock, pthread_rwlock_wrlock, pthread_rwlock_trywrlock, pthread_rwlock_timedwrlock,
+ pthread_rwlock_clockwrlock, pthread_rwlock_unlock, pthread_rwlock_destroy:
    pthread_rwlock_t l;
    show(pthread_rwlock_init(&l, NULL)), show(pthread_rwlock_rdlock(&l)), show(pthread_rwlock_tryrdlock(&l));
    show(pthread_rwlock_trywrlock(&l)), show(pthread_rwlock_timedrdlock(&l, &past));
    show(pthread_rwlock_clockrdlock(&l, CLOCK_MONOTONIC, &past)), show(pthread_rwlock_timedwrlock(&l, &past));
    show(pthread_rwlock_clockwrlock(&l, CLOCK_REALTIME, &past));
    for (int i = 0; i < 4; i++) pthread_rwlock_unlock(&l);
    show(pthread_rwlock_trywrlock(&l)), show(pthread_rwlock_tryrdlock(&l)), show(pthread_rwlock_unlock(&l));
    show(pthread_rwlock_wrlock(&l)), show(pthread_rwlock_unlock(&l)), show(pthread_rwlock_destroy(&l));

static pthread_cond_t condition = PTHREAD_COND_INITIALIZER;
static int ready;
static void *wake(void *all)
{
    pthread_mutex_lock(&lock), ready = 1, all ? pthread_cond_broadcast(&condition) : pthread_cond_signal(&condition),
        pthread_mutex_unlock(&lock);
    return NULL;
}
pthread_cond_init, pthread_cond_wait, pthread_cond_timedwait, pthread_cond_clockwait, pthread_cond_signal,
+ pthread_cond_broadcast, pthread_cond_destroy:
    pthread_cond_t c;
    pthread_t t;
    show(pthread_cond_init(&c, NULL)), show(pthread_cond_signal(&c)), show(pthread_cond_broadcast(&c));
    pthread_mutex_lock(&lock), show(pthread_cond_timedwait(&c, &lock, &past)),
        show(pthread_cond_timedwait(&c, &lock, &bad)), show(pthread_cond_clockwait(&c, &lock, CLOCK_MONOTONIC, &past)),
        show(pthread_cond_clockwait(&c, &lock, 99, &past)), show(pthread_cond_destroy(&c));
    for (long i = 0; i < 2; i++) {
        ready = 0, pthread_create(&t, NULL, wake, (void *)i);
        while (!ready) pthread_cond_wait(&condition, &lock);
        pthread_mutex_unlock(&lock), show(pthread_join(t, NULL)), pthread_mutex_lock(&lock);
    }

static pthread_barrier_t barrier;
static void *meet(void *unused) { return (void *)(long)pthread_barrier_wait(&barrier); }
pthread_barrier_init, pthread_barrier_wait, pthread_barrier_destroy:
    pthread_t t;
    void *result;
    show(pthread_barrier_init(&barrier, NULL, 0)), show(pthread_barrier_init(&barrier, NULL, 2));
    pthread_create(&t, NULL, meet, NULL);
    int own = pthread_barrier_wait(&barrier);
    pthread_join(t, &result), show(own + (int)(long)result), show(pthread_barrier_destroy(&barrier));

pthread_spin_init, pthread_spin_lock, pthread_spin_trylock, pthread_spin_unlock, pthread_spin_destroy:
    pthread_spinlock_t s;
    show(pthread_spin_init(&s, 0)), show(pthread_spin_lock(&s)), show(pthread_spin_trylock(&s));
    show(pthread_spin_unlock(&s)), show(pthread_spin_trylock(&s)), show(pthread_spin_unlock(&s));
    show(pthread_spin_destroy(&s));

static int times_called;
static void called(void) { times_called++; }
static void *leave(void *value) { pthread_exit((char *)value + 1); }
static void *wait_for_cancel(void *unused) { for (;;) pause(); }
pthread_create, pthread_join, pthread_tryjoin_np, pthread_timedjoin_np, pthread_clockjoin_np, pthread_exit,
+ pthread_detach, pthread_equal, pthread_self, pthread_once, pthread_cancel, pthread_setcancelstate,
+ pthread_setcanceltype, pthread_testcancel, pthread_kill:
    pthread_t t;
    void *result;
    int n = 9;
    pthread_once_t once = PTHREAD_ONCE_INIT;
    show(pthread_create(&t, NULL, leave, (void *)5)), show(pthread_join(t, &result)), show((long)result);
    show(pthread_equal(pthread_self(), pthread_self()) != 0), show(pthread_once(&once, called));
    show(pthread_once(&once, called)), show(times_called);
    pthread_create(&t, NULL, wait_for_cancel, NULL), show(pthread_tryjoin_np(t, NULL)),
        show(pthread_timedjoin_np(t, NULL, &past)), show(pthread_clockjoin_np(t, NULL, CLOCK_MONOTONIC, &past)),
        show(pthread_kill(t, 0)), show(pthread_kill(t, 99)), show(pthread_cancel(t)), show(pthread_join(t, &result)),
        show(result == PTHREAD_CANCELED);
    show(pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &n)), show(n), show(pthread_setcancelstate(99, &n));
    show(pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, &n)), show(n), show(pthread_setcanceltype(99, &n));
    show(pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &n)), show(n), pthread_testcancel();
    pthread_create(&t, NULL, wait_for_cancel, NULL), show(pthread_detach(t));

pthread_getname_np, pthread_setname_np, pthread_getconcurrency, pthread_setconcurrency, pthread_getcpuclockid,
+ pthread_getschedparam, pthread_setschedparam, pthread_setschedprio, pthread_sigmask:
    char name[20] = "";
    clockid_t c;
    struct timespec s;
    struct sched_param param = {7};
    int n = 9;
    sigset_t set;
    show(pthread_setname_np(pthread_self(), "fifteen letters")), show(pthread_getname_np(pthread_self(), name, 20));
    show(name), show(pthread_setname_np(pthread_self(), "sixteen letters!"));
    show(pthread_getname_np(pthread_self(), name, 3));
    show(pthread_getconcurrency()), show(pthread_setconcurrency(3)), show(pthread_getconcurrency());
    show(pthread_setconcurrency(-1)), show(pthread_getcpuclockid(pthread_self(), &c)), show(clock_gettime(c, &s));
    show(pthread_getschedparam(pthread_self(), &n, &param)), show(n), show(param.sched_priority);
    show(pthread_setschedparam(pthread_self(), SCHED_OTHER, &param));
    show(pthread_setschedparam(pthread_self(), 99, &param)), show(pthread_setschedprio(pthread_self(), 0));
    show(pthread_setschedprio(pthread_self(), 50));
    sigemptyset(&set), sigaddset(&set, SIGUSR1), show(pthread_sigmask(SIG_BLOCK, &set, NULL)),
        show(pthread_sigmask(99, &set, NULL)), show(pthread_sigmask(SIG_BLOCK, NULL, &set)),
        show(sigismember(&set, SIGUSR1));

sem_init, sem_post, sem_wait, sem_trywait, sem_timedwait, sem_clockwait, sem_getvalue, sem_destroy:
    sem_t s;
    int n = 9;
    show(sem_init(&s, 0, 2)), show(sem_getvalue(&s, &n)), show(n), show(sem_wait(&s)), show(sem_trywait(&s));
    fails(sem_trywait(&s)); fails(sem_timedwait(&s, &past)); fails(sem_timedwait(&s, &bad));
    fails(sem_clockwait(&s, CLOCK_MONOTONIC, &past)); fails(sem_clockwait(&s, 99, &past));
    show(sem_post(&s)), show(sem_timedwait(&s, &past)), show(sem_destroy(&s)), fails(sem_init(&s, 0, UINT_MAX));
    show(sem_init(&s, 0, SEM_VALUE_MAX)), fails(sem_post(&s));

sem_open, sem_close, sem_unlink:
    char name[40];
    sprintf(name, "/s%d", getpid());
    sem_t *s = sem_open(name, O_CREAT | O_EXCL, 0600, 3);
    int n;
    show(s != SEM_FAILED), show(sem_getvalue(s, &n)), show(n), show(sem_open(name, 0) == s);
    fails(sem_open(name, O_CREAT | O_EXCL, 0600, 1) == SEM_FAILED); show(sem_close(s)), show(sem_close(s));
    show(sem_unlink(name)), fails(sem_unlink(name)); fails(sem_open("/missing-semaphore", 0) == SEM_FAILED);
    fails(sem_open("/a/b", O_CREAT, 0600, 1) == SEM_FAILED); fails(sem_open("", O_CREAT, 0600, 1) == SEM_FAILED);

static int c11(void *value) { return (int)(long)value + 1; }
static int c11_leave(void *value) { thrd_exit(77); }
thrd_create, thrd_join, thrd_exit, thrd_detach, thrd_current, thrd_equal, thrd_sleep, thrd_yield, mtx_init, mtx_lock,
+ mtx_trylock, mtx_timedlock, mtx_unlock, mtx_destroy, cnd_init, cnd_signal, cnd_broadcast, cnd_timedwait, cnd_destroy,
+ tss_create, tss_get, tss_set, tss_delete, call_once:
    thrd_t t;
    mtx_t m;
    cnd_t c;
    tss_t k;
    int n = 0;
    once_flag once = ONCE_FLAG_INIT;
    struct timespec s = {0, 1000};
    show(thrd_create(&t, c11, (void *)5)), show(thrd_join(t, &n)), show(n), show(thrd_create(&t, c11_leave, NULL));
    show(thrd_join(t, &n)), show(n), show(thrd_equal(thrd_current(), thrd_current()) != 0), show(thrd_sleep(&s, NULL));
    thrd_yield(), show(thrd_create(&t, c11, NULL)), show(thrd_detach(t));
    show(mtx_init(&m, mtx_plain)), show(mtx_lock(&m)), show(mtx_trylock(&m)), show(mtx_unlock(&m));
    show(mtx_init(&m, 99)), show(mtx_init(&m, mtx_timed | mtx_recursive)), show(mtx_lock(&m)), show(mtx_trylock(&m));
    show(mtx_timedlock(&m, &past)), show(mtx_unlock(&m));
    show(cnd_init(&c)), show(cnd_signal(&c)), show(cnd_broadcast(&c)), mtx_init(&m, mtx_plain), mtx_lock(&m);
    show(cnd_timedwait(&c, &m, &past)), cnd_destroy(&c), mtx_unlock(&m), mtx_destroy(&m);
    show(tss_create(&k, NULL)), show(tss_get(k)), show(tss_set(k, &n)), show(tss_get(k) == &n), tss_delete(k);
    call_once(&once, called), call_once(&once, called), show(times_called);

__pthread_key_create, pthread_key_create, pthread_key_delete, pthread_getspecific, pthread_setspecific:
    extern int __pthread_key_create(pthread_key_t *, void (*)(void *));
    pthread_key_t k;
    show(__pthread_key_create(&k, NULL)), show(pthread_getspecific(k)), show(pthread_setspecific(k, &k));
    show(pthread_getspecific(k) == &k), show(pthread_key_delete(k)), show(pthread_setspecific(k, &k));
    show(pthread_key_delete(k)), show(pthread_key_delete(5000)), show(pthread_key_create(&k, NULL));

// Old programs' cleanup handlers, as the macros of their headers called them.
extern void _pthread_cleanup_push(struct _pthread_cleanup_buffer *, void (*)(void *), void *);
extern void _pthread_cleanup_pop(struct _pthread_cleanup_buffer *, int);
extern void __pthread_register_cancel_defer(__pthread_unwind_buf_t *),
    __pthread_unregister_cancel_restore(__pthread_unwind_buf_t *);
extern void __pthread_unwind_next(__pthread_unwind_buf_t *);
extern void __pthread_cleanup_routine(struct __pthread_cleanup_frame *);
extern int __sigsetjmp(struct __jmp_buf_tag *, int);
static void cleaned(void *what) { say("cleaned: %s", (char *)what); }
static void *cancelled(void *exits)
{
    struct _pthread_cleanup_buffer outer, inner;
    _pthread_cleanup_push(&outer, cleaned, "outer"), _pthread_cleanup_push(&inner, cleaned, "inner");
    if (exits) pthread_exit((void *)5);
    pthread_cancel(pthread_self()), pthread_testcancel();
    say("not reached");
    return NULL;
}
static int type_now(void)
{
    int type;
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type), pthread_setcanceltype(type, NULL);
    return type;
}
static void *deferred(void *cancels)
{
    __pthread_unwind_buf_t buffer;
    pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL);
    if (__sigsetjmp((struct __jmp_buf_tag *)&buffer, 0)) {
        say("on the way out");
        __pthread_unwind_next(&buffer);
    }
    __pthread_register_cancel_defer(&buffer), say("registered, type %d", type_now());
    if (cancels) pthread_cancel(pthread_self()), say("still here"), pthread_testcancel(), say("not reached");
    __pthread_unregister_cancel_restore(&buffer), say("unregistered, type %d", type_now());
    return (void *)3;
}

_pthread_cleanup_push, _pthread_cleanup_pop:
    struct _pthread_cleanup_buffer first, second;
    pthread_t t;
    void *result;
    _pthread_cleanup_push(&first, cleaned, "first"), _pthread_cleanup_push(&second, cleaned, "second");
    runs(_pthread_cleanup_pop(&second, 0)), runs(_pthread_cleanup_pop(&first, 1));
    pthread_create(&t, NULL, cancelled, NULL), pthread_join(t, &result), show(result == PTHREAD_CANCELED);
    pthread_create(&t, NULL, cancelled, "exits"), pthread_join(t, &result), show((long)result);

__pthread_register_cancel_defer, __pthread_unregister_cancel_restore:
    pthread_t t;
    void *result;
    pthread_create(&t, NULL, deferred, NULL), pthread_join(t, &result), show((long)result);
    pthread_create(&t, NULL, deferred, "cancels"), pthread_join(t, &result), show(result == PTHREAD_CANCELED);

__pthread_cleanup_routine:
    // What the compiler calls where a variable with the attribute `cleanup` leaves its scope.
    struct __pthread_cleanup_frame frame = {cleaned, "frame", 1};
    runs(__pthread_cleanup_routine(&frame)), frame.__do_it = 0, runs(__pthread_cleanup_routine(&frame));
    frame.__do_it = -1;
    frame.__cancel_arg = "any value but 0", runs(__pthread_cleanup_routine(&frame));
