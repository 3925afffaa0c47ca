// Many threads and every way to wake one: no wake-up is lost, no count is wrong, whoever sleeps is woken
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>
#include <time.h>

enum { THREADS = 8, ROUNDS = 1500, ROOM = 3 };
static pthread_mutex_t mutexes[6];
static pthread_cond_t filled = PTHREAD_COND_INITIALIZER, emptied = PTHREAD_COND_INITIALIZER;
static sem_t semaphore;
static pthread_rwlock_t rwlocks[2] = { PTHREAD_RWLOCK_INITIALIZER, PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP };
static pthread_barrier_t barrier;
static pthread_spinlock_t spin;
static mtx_t c11;
static cnd_t c11_changed;
static long counts[6], waiting_items, taken, read_wrong, serial, spun, turn;
static long values[2][2];

static void everybody(const char *what, void *(*function)(void *))
{
    pthread_t threads[THREADS];
    for (long i = 0; i < THREADS; i++) if (pthread_create(&threads[i], NULL, function, (void *)i)) abort();
    for (int i = 0; i < THREADS; i++) pthread_join(threads[i], NULL);
    printf("%s: done\n", what);
}

static void *count(void *unused)
{
    struct timespec far;
    clock_gettime(CLOCK_MONOTONIC, &far), far.tv_sec += 10000;
    for (int i = 0; i < ROUNDS * 6; i++) {
        pthread_mutex_t *m = &mutexes[i % 6];
        if (i % 5 == 0) { if (pthread_mutex_clocklock(m, CLOCK_MONOTONIC, &far)) abort(); }
        else if (i % 7 || pthread_mutex_trylock(m)) { if (pthread_mutex_lock(m)) abort(); }
        counts[i % 6]++;
        if (pthread_mutex_unlock(m)) abort();
    }
    return unused;
}

// Even ones fill, odd ones empty; each wakes by the one or the other call, and waits in one of three ways.
static void *pass_on(void *number)
{
    pthread_mutex_t *m = &mutexes[0];
    struct timespec soon;
    int fills = (long)number % 2 == 0;
    for (int i = 0; i < ROUNDS; i++) {
        pthread_mutex_lock(m);
        while (fills ? waiting_items == ROOM : waiting_items == 0) {
            pthread_cond_t *condition = fills ? &emptied : &filled;
            if (i % 3 == 0) { clock_gettime(CLOCK_MONOTONIC, &soon); pthread_cond_clockwait(condition, m, CLOCK_MONOTONIC, &soon); }
            else pthread_cond_wait(condition, m);
        }
        waiting_items += fills ? 1 : -1, taken += !fills;
        pthread_cond_t *changed = fills ? &filled : &emptied;
        if (i % 2) { pthread_cond_signal(changed), pthread_mutex_unlock(m); }
        else { pthread_mutex_unlock(m), pthread_cond_broadcast(changed); }
    }
    return NULL;
}

static void *semaphores(void *number)
{
    for (int i = 0; i < ROUNDS; i++) {
        if ((long)number % 2 == 0) { sem_post(&semaphore); continue; }
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        if (i % 3 == 0 && !sem_clockwait(&semaphore, CLOCK_MONOTONIC, &now)) continue;
        if (i % 3 == 1 && !sem_trywait(&semaphore)) continue;
        sem_wait(&semaphore);
    }
    return NULL;
}

static void *readers_and_writers(void *number)
{
    for (int i = 0; i < ROUNDS; i++) {
        pthread_rwlock_t *lock = &rwlocks[i % 2];
        long *pair = values[i % 2];
        if ((i + (long)number) % 4 == 0) { pthread_rwlock_wrlock(lock), pair[0]++, pair[1]++; }
        else { pthread_rwlock_rdlock(lock); if (pair[0] != pair[1]) __atomic_fetch_add(&read_wrong, 1, __ATOMIC_RELAXED); }
        pthread_rwlock_unlock(lock);
    }
    return NULL;
}

static void *meet(void *unused)
{
    for (int i = 0; i < ROUNDS / 3; i++) {
        if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD) __atomic_fetch_add(&serial, 1, __ATOMIC_RELAXED);
        if (i % 10 == 0) { pthread_spin_lock(&spin); spun++; pthread_spin_unlock(&spin); }
    }
    return unused;
}

static void *in_turn(void *number)
{
    for (int i = 0; i < ROUNDS / 10; i++) {
        mtx_lock(&c11);
        while (turn % THREADS != (long)number) cnd_wait(&c11_changed, &c11);
        turn++, cnd_broadcast(&c11_changed), mtx_unlock(&c11);
    }
    return NULL;
}

static void *nothing(void *value) { return value; }
static void *creators(void *unused)
{
    for (int i = 0; i < ROUNDS / 10; i++) {
        pthread_t thread;
        while (pthread_create(&thread, NULL, nothing, NULL)) thrd_yield();
        if (i % 3) pthread_join(thread, NULL);
        else pthread_detach(thread);
    }
    return unused;
}

int main(void)
{
    for (int i = 0; i < 6; i++) {
        pthread_mutexattr_t a;
        pthread_mutexattr_init(&a), pthread_mutexattr_settype(&a, i % 4);
        if (i == 4) pthread_mutexattr_setprotocol(&a, PTHREAD_PRIO_INHERIT);
        if (i == 5) pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST), pthread_mutexattr_setpshared(&a, PTHREAD_PROCESS_SHARED);
        pthread_mutex_init(&mutexes[i], &a);
    }
    sem_init(&semaphore, 0, 0), pthread_barrier_init(&barrier, NULL, THREADS), pthread_spin_init(&spin, 0), mtx_init(&c11, mtx_plain), cnd_init(&c11_changed);
    everybody("mutexes", count);
    for (int i = 0; i < 6; i++) printf(" %ld", counts[i]);
    everybody("\nconditions", pass_on), printf(" taken %ld left %ld\n", taken, waiting_items);
    everybody("semaphores", semaphores), printf(" left %d\n", sem_trywait(&semaphore));
    everybody("read-write locks", readers_and_writers), printf(" wrong %ld written %ld %ld\n", read_wrong, values[0][0], values[1][0]);
    everybody("barriers", meet), printf(" serial %ld spun %ld\n", serial, spun);
    everybody("in turn", in_turn), printf(" %ld\n", turn);
    everybody("creators", creators);
    return 0;
}
