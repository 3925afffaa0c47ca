// A mutex's words, as musl lays them out; glibc keeps the kind that static initialisers set in a word that musl leaves alone.
//
// Mutexes of one process that are neither robust nor with priority inheritance are this shim's business, all others musl's. The words are used
// so that musl's own functions, which a wait for a shared condition variable calls on any mutex, find what they expect.
#pragma once
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>
#include "thread-state.h"

enum { MUSL_TYPE_WORD = 0, MUSL_LOCK_WORD = 1, MUSL_WAITERS_WORD = 2, GLIBC_KIND_WORD = 4, MUSL_COUNT_WORD = 5 };
enum { MUSL_PREVIOUS_POINTER = 3, MUSL_NEXT_POINTER = 4 };
// Of the type word: recursive or checking, robust, with priority inheritance; shared between processes.
enum { MUSL_TYPE_BITS = 15, MUSL_ROBUST = 4, MUSL_INHERITS = 8, MUSL_SHARED = 128 };
// Of the lock word: the owner (EBUSY in an ordinary mutex), and whether somebody sleeps until it is given back.
enum { OWNER_BITS = 0x3fffffff, SOMEBODY_SLEEPS = (int)0x80000000 };

// glibc's kinds, which its static initialisers store: the first three are musl's as well.
enum { GLIBC_ADAPTIVE = 3 };
// In attributes a priority ceiling is kept above the bits that musl uses: they must not reach a mutex, whose type word they would become.
enum { CEILING_ONE = 1 << 12 };

#define WORD(mutex, word) ((_Atomic int *)&(mutex)->__u.__vi[word])

static inline int word_of(pthread_mutex_t *mutex, int word) { return atomic_load_explicit(WORD(mutex, word), memory_order_relaxed); }

// Whoever moved glibc's kind into musl's word cleared it last: this order of loads sees one or the other.
static inline int kind_of(pthread_mutex_t *mutex) { return atomic_load_explicit(WORD(mutex, GLIBC_KIND_WORD), memory_order_acquire); }
static inline int is_shared(pthread_mutex_t *mutex) { return word_of(mutex, MUSL_TYPE_WORD) & MUSL_SHARED; }

/// Nothing but EBUSY and 0 in the lock word, no owner: PTHREAD_MUTEX_NORMAL and adaptive ones. May be shared.
static inline int is_ordinary(pthread_mutex_t *mutex)
{
    int kind = kind_of(mutex);
    return !(kind | (word_of(mutex, MUSL_TYPE_WORD) & MUSL_TYPE_BITS));
}

/// With an owner, and ours: recursive or checking.
static inline int is_owned(pthread_mutex_t *mutex)
{
    int kind = kind_of(mutex), type = word_of(mutex, MUSL_TYPE_WORD) & (MUSL_TYPE_BITS | MUSL_SHARED);
    return !kind && (type == PTHREAD_MUTEX_RECURSIVE || type == PTHREAD_MUTEX_ERRORCHECK);
}

// musl keeps each mutex that has an owner in a list of its thread, and takes it out when it is given back. One that is linked to itself can be
// taken out of any list without effect: so ours look while they are held.
static inline void link_to_itself(pthread_mutex_t *mutex)
{
    mutex->__u.__p[MUSL_PREVIOUS_POINTER] = mutex->__u.__p[MUSL_NEXT_POINTER] = &mutex->__u.__p[MUSL_NEXT_POINTER];
}
static inline int is_linked_to_itself(pthread_mutex_t *mutex) { return mutex->__u.__p[MUSL_NEXT_POINTER] == &mutex->__u.__p[MUSL_NEXT_POINTER]; }

/// The rest of the functions, for a mutex that somebody else holds or that is not in a state to be had at once. `clock` is that of `deadline`,
/// which may be NULL.
int glibc_compat_lock_ordinary(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline);
int glibc_compat_lock_owned(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline);
int glibc_compat_try_owned(pthread_mutex_t *mutex);
/// Whoever gives the mutex back next wakes somebody. For a mutex that the thread holds and that may be musl's.
void glibc_compat_mark_waited(pthread_mutex_t *mutex);
/// What glibc's trylock returns of a mutex that is musl's, where musl's returned `result`.
int glibc_compat_try_special(pthread_mutex_t *mutex, int result);
int glibc_compat_unlock_owned(pthread_mutex_t *mutex);
