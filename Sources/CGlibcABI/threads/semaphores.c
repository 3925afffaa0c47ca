// <semaphore.h>: semaphores that nobody waits for. All else is musl's: these are the two words' changes that every version of it makes.
#include <errno.h>
#include <limits.h>
#include <semaphore.h>
#include <stdatomic.h>
#include "next.h"
#include "thread-state.h"

enum { VALUE_WORD = 0, WAITERS_WORD = 1 };

// A value that is above 0 or, for a post, not below, and no waiter: those who come later look at the value before they sleep.
static inline __attribute__((always_inline)) int add(sem_t *semaphore, int change)
{
    _Atomic int *value = (_Atomic int *)&semaphore->__val[VALUE_WORD];
    int before = atomic_load_explicit(value, memory_order_relaxed);
    if (semaphore->__val[WAITERS_WORD] || before < 0 || before + (unsigned)change > SEM_VALUE_MAX)
        return 0;
    // Locked even with one thread: a signal handler may post.
    return atomic_compare_exchange_strong(value, &before, before + change);
}

/// sem_post(3). Errors: EOVERFLOW.
int sem_post(sem_t *semaphore) { return add(semaphore, 1) ? 0 : NEXT(sem_post)(semaphore); }

/// sem_trywait(3). Errors: EAGAIN.
int sem_trywait(sem_t *semaphore) { return add(semaphore, -1) ? 0 : NEXT(sem_trywait)(semaphore); }

int glibc_compat_musl_sem_wait(sem_t *semaphore);

/// sem_wait(3), a cancellation point: where a thread has ever been cancelled, musl's function looks first whether it is this one.
int sem_wait(sem_t *semaphore)
{
    return !glibc_compat_cancellation_used && add(semaphore, -1) ? 0 : glibc_compat_musl_sem_wait(semaphore);
}
