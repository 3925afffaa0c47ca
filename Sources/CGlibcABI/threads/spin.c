// <pthread.h>: spin locks. musl gives one back by an exchange, which waits for all stores before; a store is enough.
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>

// 0: free, as musl has it, whose pthread_spin_init stays.
static _Atomic int *word_of(pthread_spinlock_t *lock) { return (_Atomic int *)lock; }

/// pthread_spin_trylock(3). Errors: EBUSY.
int pthread_spin_trylock(pthread_spinlock_t *lock)
{
    int free = 0;
    return atomic_compare_exchange_strong_explicit(word_of(lock), &free, EBUSY, memory_order_acquire, memory_order_relaxed) ? 0 : EBUSY;
}

/// pthread_spin_lock(3).
int pthread_spin_lock(pthread_spinlock_t *lock)
{
    while (pthread_spin_trylock(lock))
        while (atomic_load_explicit(word_of(lock), memory_order_relaxed))
            __builtin_ia32_pause();
    return 0;
}

/// pthread_spin_unlock(3).
int pthread_spin_unlock(pthread_spinlock_t *lock)
{
    atomic_store_explicit(word_of(lock), 0, memory_order_release);
    return 0;
}
