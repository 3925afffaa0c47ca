// Stacks of threads: mapped here and kept for the next thread, as glibc keeps them.
#pragma once
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <time.h>

enum stack_state { JOINABLE, DETACHED, ENDED };

/// The kernel's list of robust locks, here an empty one beside the lock that is being taken or given back.
struct robust_list {
    void *first;
    long offset;
    void *pending;
};

/// At the top of the stack that it describes.
struct thread_stack {
    void *map;
    /// `usable` bytes above the guard are the thread's own.
    size_t size, guard, usable;
    struct thread_stack *next;
    pthread_t thread;
    /// Whether the thread is to be joined, has been detached, or has ended before either.
    _Atomic int state;
    /// Whether the creator is done with the thread: not before may anybody let go of it.
    _Atomic int created;
    /// Until the thread has ended: its number once it nears its end, and FUTEX_WAITERS. The kernel then makes it FUTEX_OWNER_DIED.
    _Atomic int gone;
    struct robust_list robust_list;
};

/// Where the thread keeps a pointer to the record of its stack: NULL for stacks that are the program's or musl's.
struct thread_stack *glibc_compat_stack_of(pthread_t thread);
void glibc_compat_set_stack_of(pthread_t thread, struct thread_stack *stack);

/// The creator is done: the thread may have come to its end meanwhile, but nobody has let go of it yet.
void glibc_compat_stack_is_created(struct thread_stack *stack, pthread_t thread);
/// Before a thread is joined, whose number another may have from the thread itself. Nothing to wait for where `stack` is NULL.
void glibc_compat_await_creator(struct thread_stack *stack);

/// A stack of at least `size` bytes, a multiple of 64, above a guard of `guard` bytes, a multiple of the page's size: NULL where there is no memory.
struct thread_stack *glibc_compat_take_stack(size_t size, size_t guard);
/// Gives back a stack whose thread the kernel has let go of.
void glibc_compat_keep_stack(struct thread_stack *stack);

/// The calling thread has nothing more to do: what it used of its stack is given back but for the first pages, and if nobody is to join it the
/// thread is put where others let go of it.
void glibc_compat_stack_ends(struct thread_stack *stack);
/// Sleeps until the thread has ended, or the deadline, of CLOCK_REALTIME, has passed. A cancellation may strike meanwhile. Returns 0, ETIMEDOUT or
/// EINVAL.
int glibc_compat_await_end(struct thread_stack *stack, const struct timespec *deadline);

/// Lets go of detached threads that have ended. Cancellation must be disabled.
void glibc_compat_reap_detached(void);
/// In the child of a fork there are no other threads.
void glibc_compat_stacks_forked(void);
