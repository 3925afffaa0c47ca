// Read-write locks: kinds, static initialisers, EDEADLK, clock waits, a waiting writer stops readers where writers are preferred
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>
#include "asleep.h"

#define SAY(call) printf("%s: %d\n", #call, call)
static pthread_rwlock_t plain = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlock_t writers = PTHREAD_RWLOCK_WRITER_NONRECURSIVE_INITIALIZER_NP;

static volatile int writer_id;
static void *write_it(void *lock)
{
    writer_id = gettid();
    pthread_rwlock_wrlock(lock);
    pthread_rwlock_unlock(lock);
    return NULL;
}

static void *try_read(void *lock)
{
    int result = pthread_rwlock_tryrdlock(lock);
    if (!result) pthread_rwlock_unlock(lock);
    printf("  tryrdlock while a writer waits: %d\n", result);
    return NULL;
}

static void contend(pthread_rwlock_t *lock)
{
    pthread_t writer, reader;
    pthread_rwlock_rdlock(lock);
    writer_id = 0;
    pthread_create(&writer, NULL, write_it, lock);
    wait_until_asleep(&writer_id);
    pthread_create(&reader, NULL, try_read, lock);
    pthread_join(reader, NULL);
    pthread_rwlock_unlock(lock);
    SAY(pthread_rwlock_rdlock(lock));
    SAY(pthread_rwlock_unlock(lock));
    pthread_join(writer, NULL);
}

int main(void)
{
    contend(&plain);
    contend(&writers);
    SAY(pthread_rwlock_wrlock(&plain));
    SAY(pthread_rwlock_wrlock(&plain));
    SAY(pthread_rwlock_rdlock(&plain));
    SAY(pthread_rwlock_trywrlock(&plain));
    SAY(pthread_rwlock_unlock(&plain));
    SAY(pthread_rwlock_rdlock(&plain));
    struct timespec soon;
    clock_gettime(CLOCK_MONOTONIC, &soon);
    soon.tv_nsec += 10000000;
    if (soon.tv_nsec >= 1000000000) { soon.tv_nsec -= 1000000000; soon.tv_sec++; }
    SAY(pthread_rwlock_clockrdlock(&plain, CLOCK_MONOTONIC, &soon));
    SAY(pthread_rwlock_clockwrlock(&plain, CLOCK_MONOTONIC, &soon));
    SAY(pthread_rwlock_clockwrlock(&plain, CLOCK_THREAD_CPUTIME_ID, &soon));
    SAY(pthread_rwlock_unlock(&plain));
    SAY(pthread_rwlock_unlock(&plain));
    pthread_rwlockattr_t a;
    int kind;
    pthread_rwlockattr_init(&a);
    for (int wanted = -1; wanted < 4; wanted++) {
        int result = pthread_rwlockattr_setkind_np(&a, wanted);
        pthread_rwlockattr_getkind_np(&a, &kind);
        printf("setkind %d: %d, then %d\n", wanted, result, kind);
    }
    pthread_rwlock_t made;
    SAY(pthread_rwlock_init(&made, &a));
    contend(&made);
    SAY(pthread_rwlock_destroy(&made));
    return 0;
}
