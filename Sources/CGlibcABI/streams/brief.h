// A stream's lock for the moment that a look into its buffer takes, in a process with several threads: musl's own functions are a longer way.
#pragma once
#include "stream.h"
#include "../include/thread-state.h"
#include "../threads/futex.h"
#include <unistd.h>

/// musl's mark in a lock's word, beside the owner, that others wait for it.
enum { LOCK_WAITERS = 0x40000000 };

/// The stream, locked as musl locks it; NULL where somebody has it locked.
static inline struct stream *lock_briefly(FILE *file)
{
    struct stream *stream = (struct stream *)file;
    if (!glibc_compat_streams_known || stream->lock)
        return NULL;
    if (__builtin_expect(!glibc_compat_thread.id, 0))
        glibc_compat_thread.id = (int)syscall(SYS_gettid);
    int free = 0, own = glibc_compat_thread.id;
    return atomic_compare_exchange_strong((_Atomic int *)&stream->lock, &free, own) ? stream : NULL;
}

static inline void unlock_briefly(struct stream *stream)
{
    if (atomic_exchange((_Atomic int *)&stream->lock, 0) & LOCK_WAITERS)
        futex_wake(&stream->lock, 1);
}
