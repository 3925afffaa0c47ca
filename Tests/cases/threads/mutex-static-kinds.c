// Static initialisers of every mutex kind behave as that kind
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static pthread_mutex_t plain = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t checking = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
static pthread_mutex_t adaptive = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;

static void *from_another_thread(void *mutex)
{
    printf("  other thread: trylock %d\n", pthread_mutex_trylock(mutex));
    return NULL;
}

static void other(pthread_mutex_t *mutex)
{
    pthread_t thread;
    pthread_create(&thread, NULL, from_another_thread, mutex);
    pthread_join(thread, NULL);
}

int main(void)
{
    struct timespec soon;
    clock_gettime(CLOCK_REALTIME, &soon);
    soon.tv_nsec += 20000000;
    if (soon.tv_nsec >= 1000000000) { soon.tv_nsec -= 1000000000; soon.tv_sec++; }

    printf("plain: lock %d, ", pthread_mutex_lock(&plain));
    printf("trylock %d, ", pthread_mutex_trylock(&plain));
    printf("timedlock %d, ", pthread_mutex_timedlock(&plain, &soon));
    printf("destroy while locked %d, ", pthread_mutex_destroy(&plain));
    printf("unlock %d\n", pthread_mutex_unlock(&plain));

    printf("recursive: lock %d, ", pthread_mutex_lock(&recursive));
    printf("lock %d, ", pthread_mutex_lock(&recursive));
    printf("trylock %d\n", pthread_mutex_trylock(&recursive));
    other(&recursive);
    for (int i = 0; i < 4; i++) printf("  unlock %d\n", pthread_mutex_unlock(&recursive));

    printf("errorcheck: lock %d, ", pthread_mutex_lock(&checking));
    printf("lock %d, ", pthread_mutex_lock(&checking));
    printf("trylock %d\n", pthread_mutex_trylock(&checking));
    other(&checking);
    for (int i = 0; i < 2; i++) printf("  unlock %d\n", pthread_mutex_unlock(&checking));

    printf("adaptive: lock %d, ", pthread_mutex_lock(&adaptive));
    printf("trylock %d, ", pthread_mutex_trylock(&adaptive));
    printf("unlock %d\n", pthread_mutex_unlock(&adaptive));

    // A first operation that is not lock must see the kind too.
    pthread_mutex_t first_try = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
    printf("trylock first: %d", pthread_mutex_trylock(&first_try));
    printf(" %d\n", pthread_mutex_trylock(&first_try));
    pthread_mutex_t first_unlock = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
    printf("unlock first: %d\n", pthread_mutex_unlock(&first_unlock));
    pthread_mutex_t broken;
    memset(&broken, 0, sizeof broken);
    broken.__data.__kind = 77;
    printf("unknown kind: lock %d\n", pthread_mutex_lock(&broken));
    return 0;
}
