// Mutexes with a priority ceiling (PTHREAD_PRIO_PROTECT): musl has none.
#pragma once
#include <pthread.h>
#include <time.h>
#include "mutex-words.h"

// glibc's kind of them, beside the type. It stays in glibc's word, by which every function sees that the mutex is none of musl's.
enum { GLIBC_PROTECTED = 64, GLIBC_TYPE_BITS = 3, CEILING_WORD = 3, OWNER_WORD = 6 };
// In attributes, where musl has no bit for it.
enum { PROTECT_ATTRIBUTE = 1 << 11 };

static inline int is_protected(pthread_mutex_t *mutex) { return (kind_of(mutex) & ~GLIBC_TYPE_BITS) == GLIBC_PROTECTED; }

void glibc_compat_init_protected(pthread_mutex_t *mutex, const pthread_mutexattr_t *attributes);
int glibc_compat_lock_protected(pthread_mutex_t *mutex, clockid_t clock, const struct timespec *deadline);
int glibc_compat_try_protected(pthread_mutex_t *mutex);
int glibc_compat_unlock_protected(pthread_mutex_t *mutex);

/// Around a wait in which musl gives the mutex back and takes it again. The first returns EPERM where it is not the thread's to give back, else 0
/// and the ceiling for the second.
int glibc_compat_before_protected_wait(pthread_mutex_t *mutex, int *ceiling);
void glibc_compat_after_protected_wait(pthread_mutex_t *mutex, int ceiling);

/// The thread's priority changes from that of one ceiling to another's: -1 for none. 0 or an errno.
int glibc_compat_change_ceiling(int before, int after);
/// The calling thread's own priority, which no ceiling has raised; -1 where it cannot be known.
int glibc_compat_own_priority(void);

/// In the child of a fork, whose parent may have been reading a record in another thread.
void glibc_compat_priorities_forked(void);
