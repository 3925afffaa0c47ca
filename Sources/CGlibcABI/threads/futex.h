// The kernel's futexes, for words of this process only. errno stays as it was: no function of <pthread.h> may change it.
#pragma once
#include <stdatomic.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <time.h>

enum { FUTEX_WAKE = 1, FUTEX_WAKE_PRIVATE = 1 | 128, FUTEX_WAIT_BITSET = 9, FUTEX_WAIT_BITSET_PRIVATE = 9 | 128, FUTEX_CLOCK_REALTIME = 256 };
// Of a word that holds its owner's number.
enum { FUTEX_OWNER_DIED = 0x40000000, FUTEX_WAITERS = (int)0x80000000 };

static inline long futex(const volatile void *word, int operation, int value, const struct timespec *deadline)
{
    long result;
    register const struct timespec *time __asm__("r10") = deadline;
    register void *second __asm__("r8") = NULL;
    register unsigned long bits __asm__("r9") = 0xffffffff;
    __asm__ volatile("syscall" : "=a"(result) : "a"((long)SYS_futex), "D"(word), "S"((long)operation), "d"((long)value), "r"(time), "r"(second), "r"(bits)
                     : "rcx", "r11", "memory");
    return result;
}

/// Sleeps while `word` holds `value`, until it is woken, a signal comes or `deadline` of `clock` (NULL: never) passes: 0 or minus an errno.
static inline long futex_wait_until(const volatile void *word, int value, clockid_t clock, const struct timespec *deadline)
{
    return futex(word, FUTEX_WAIT_BITSET_PRIVATE | (clock == CLOCK_REALTIME ? FUTEX_CLOCK_REALTIME : 0), value, deadline);
}

/// The same of a word that the kernel itself may wake at, by CLOCK_REALTIME: 0 or an errno.
static inline int futex_wait_shared(const volatile void *word, int value, const struct timespec *deadline)
{
    return (int)-futex(word, FUTEX_WAIT_BITSET | FUTEX_CLOCK_REALTIME, value, deadline);
}

static inline void futex_wake(const volatile void *word, int count) { futex(word, FUTEX_WAKE_PRIVATE, count, NULL); }

/// A lock that needs no thread to hold it, so that the child of a fork can open it: 0, 1 while it is held, 2 where others may be waiting.
static inline void take_lock(_Atomic int *lock)
{
    int state = 0;
    if (!atomic_compare_exchange_strong(lock, &state, 1))
        while (atomic_exchange(lock, 2))
            futex_wait_until(lock, 2, CLOCK_MONOTONIC, NULL);
}

static inline void give_lock(_Atomic int *lock)
{
    if (atomic_exchange(lock, 0) == 2)
        futex_wake(lock, 1);
}
