// <threads.h>: mutexes, which are those of <pthread.h>.
#include <errno.h>
#include <pthread.h>
#include <threads.h>

static int result_of(int error)
{
    return !error ? thrd_success : error == EBUSY ? thrd_busy : error == ETIMEDOUT ? thrd_timedout : error == ENOMEM ? thrd_nomem : thrd_error;
}

/// mtx_lock(3).
int mtx_lock(mtx_t *mutex) { return result_of(pthread_mutex_lock((pthread_mutex_t *)mutex)); }

/// mtx_trylock(3).
int mtx_trylock(mtx_t *mutex) { return result_of(pthread_mutex_trylock((pthread_mutex_t *)mutex)); }

/// mtx_timedlock(3): a deadline of CLOCK_REALTIME.
int mtx_timedlock(mtx_t *restrict mutex, const struct timespec *restrict deadline)
{
    return result_of(pthread_mutex_timedlock((pthread_mutex_t *)mutex, deadline));
}

/// mtx_unlock(3).
int mtx_unlock(mtx_t *mutex) { return result_of(pthread_mutex_unlock((pthread_mutex_t *)mutex)); }
