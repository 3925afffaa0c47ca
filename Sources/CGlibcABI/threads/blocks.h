// The block of a thread's variables, on the thread's own stack: musl would map it for each thread and unmap it.
#pragma once
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

/// Bytes from the thread pointer up that are musl's record of the thread, which uses less than half.
enum { BLOCK_RECORD = 512 };

/// What blocks.c finds out once. `bytes` is 0 where musl does as it likes with blocks, else what they and what belongs to them take at the most.
struct thread_blocks {
    size_t bytes, below, span, alignment;
};

const struct thread_blocks *glibc_compat_thread_blocks(void);

/// The thread pointer of a thread whose block must end at `limit`.
static inline uintptr_t block_pointer(const struct thread_blocks *blocks, uintptr_t limit)
{
    return (limit - blocks->span) & -blocks->alignment;
}

/// Whatever makes musl create a thread is done between these two, with all signals blocked; with `ours` the block goes where block_pointer says,
/// if musl is given a stack that begins `span` bytes above the thread pointer.
void glibc_compat_begin_creation(int ours);
void glibc_compat_end_creation(int ours);

/// In the child of a fork, whose parent may have been at it in another thread.
void glibc_compat_creation_forked(void);
