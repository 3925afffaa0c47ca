// Files and streams are cancellation points: a thread that ended in one here would keep a lock, a file or memory.
#pragma once
#include <pthread.h>

static inline int hold_cancellation(void)
{
    int before;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    return before;
}
static inline void release_cancellation(int before) { pthread_setcancelstate(before, NULL); }

static inline int take_lock(pthread_mutex_t *lock)
{
    int before = hold_cancellation();
    pthread_mutex_lock(lock);
    return before;
}
static inline void give_lock(pthread_mutex_t *lock, int before)
{
    pthread_mutex_unlock(lock);
    release_cancellation(before);
}
