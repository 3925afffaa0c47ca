// Robust mutexes whose owner ended, thread or process, in every type; priority inheritance; barriers and spin locks
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define SAY(call) printf("%s: %d\n", #call, (int)(call))
static const struct timespec past = { 1, 0 };
static void *lock_and_end(void *mutex) { pthread_mutex_lock(mutex); pthread_mutex_trylock(mutex); return NULL; }
static void *try_from_another(void *mutex) { printf("  another: trylock %d", pthread_mutex_trylock(mutex)); printf(" timedlock %d unlock %d\n", pthread_mutex_timedlock(mutex, &past), pthread_mutex_unlock(mutex)); return NULL; }
static void in_thread(void *(*body)(void *), void *argument) { pthread_t t; pthread_create(&t, NULL, body, argument); pthread_join(t, NULL); }

static void owner_ends(int type, int shared, int inherit)
{
    pthread_mutexattr_t a;
    pthread_mutex_t *m = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    pthread_mutexattr_init(&a), pthread_mutexattr_settype(&a, type), pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST);
    if (shared) pthread_mutexattr_setpshared(&a, PTHREAD_PROCESS_SHARED);
    if (inherit) pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT);
    printf("type %d shared %d inherit %d: init %d\n", type, shared, inherit, pthread_mutex_init(m, &a));
    for (int round = 0; round < 3; round++) {
        if (shared) {
            fflush(stdout);
            pid_t child = fork();
            if (!child) { lock_and_end(m); _exit(0); }
            waitpid(child, NULL, 0);
        } else {
            in_thread(lock_and_end, m);
        }
        int error = round == 1 ? pthread_mutex_trylock(m) : pthread_mutex_lock(m);
        printf("  lock %d", error);
        if (error == EOWNERDEAD && round < 2) printf(" consistent %d", pthread_mutex_consistent(m));
        if (round < 2) printf(" again %d", pthread_mutex_consistent(m));
        printf(" unlock %d\n", pthread_mutex_unlock(m));
    }
    printf("  given up: lock %d", pthread_mutex_lock(m));
    printf(" trylock %d timedlock %d\n", pthread_mutex_trylock(m), pthread_mutex_timedlock(m, &past));
    SAY(pthread_mutex_destroy(m));
}

static pthread_barrier_t barrier;
static int serial;
static void *meet(void *unused) { for (int i = 0; i < 100; i++) if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) __atomic_fetch_add(&serial, 1, __ATOMIC_RELAXED); return unused; }

int main(void)
{
    for (int shared = 0; shared < 2; shared++)
        for (int type = 0; type < 3; type++) owner_ends(type, shared, 0);
    owner_ends(0, 0, 1);
    pthread_mutexattr_t a;
    pthread_mutex_t m;
    int value;
    pthread_mutexattr_init(&a);
    SAY(pthread_mutexattr_getprotocol(&a, &value)), SAY(value);
    SAY(pthread_mutexattr_setprotocol(&a, 9)), SAY(pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT));
    SAY(pthread_mutexattr_getprotocol(&a, &value)), SAY(value);
    SAY(pthread_mutexattr_getprioceiling(&a, &value)), SAY(pthread_mutexattr_setprioceiling(&a, 0)), SAY(pthread_mutexattr_setprioceiling(&a, 100));
    SAY(pthread_mutexattr_setpshared(&a, 9)), SAY(pthread_mutexattr_getpshared(&a, &value)), SAY(value);
    SAY(pthread_mutex_init(&m, &a)), SAY(pthread_mutex_getprioceiling(&m, &value));
    SAY(pthread_mutex_lock(&m)), in_thread(try_from_another, &m), SAY(pthread_mutex_unlock(&m));
    SAY(pthread_mutex_consistent(&m)), SAY(pthread_mutex_destroy(&m));
    // An owner that ended with what is not robust: nobody gets it any more.
    for (int type = 0; type < 3; type++) {
        pthread_mutexattr_init(&a), pthread_mutexattr_settype(&a, type);
        pthread_mutex_init(&m, &a);
        in_thread(lock_and_end, &m);
        printf("not robust %d: trylock %d timedlock %d", type, pthread_mutex_trylock(&m), pthread_mutex_timedlock(&m, &past));
        printf(" consistent %d unlock %d destroy %d\n", pthread_mutex_consistent(&m), type ? pthread_mutex_unlock(&m) : 0, pthread_mutex_destroy(&m));
    }
    SAY(pthread_barrier_init(&barrier, NULL, 0)), SAY(pthread_barrier_init(&barrier, NULL, 3));
    pthread_t threads[3];
    for (int i = 0; i < 3; i++) pthread_create(&threads[i], NULL, meet, NULL);
    for (int i = 0; i < 3; i++) pthread_join(threads[i], NULL);
    SAY(serial), SAY(pthread_barrier_destroy(&barrier));
    pthread_spinlock_t spin;
    SAY(pthread_spin_init(&spin, 0)), SAY(pthread_spin_lock(&spin)), SAY(pthread_spin_trylock(&spin)), SAY(pthread_spin_unlock(&spin)), SAY(pthread_spin_trylock(&spin));
    return 0;
}
