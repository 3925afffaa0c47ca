// <pthread.h>: a thread's priority while it holds mutexes with ceilings: the highest of its own and theirs.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "ceilings.h"
#include "futex.h"
#include "next.h"

enum { PRIORITIES = 100 };

/// A thread that has had a mutex with a ceiling: how many of each priority it holds, the highest of them, and what is its own. -1: not known.
struct thread_priorities {
    unsigned held[PRIORITIES];
    int highest, policy;
    struct sched_param own;
};

// A thread's record goes when the thread ends, and others may be reading it: held while one is used or let go of.
static _Atomic int lock;

static struct thread_priorities *of(pthread_t thread)
{
    return *(struct thread_priorities **)((uintptr_t)&glibc_compat_thread.priorities - (uintptr_t)__builtin_thread_pointer() + (uintptr_t)thread);
}

// musl's functions of these names take no thread; the kernel's do.
static int learn(struct thread_priorities *known)
{
    if (known->policy != -1)
        return 0;
    int policy = (int)syscall(SYS_sched_getscheduler, 0);
    if (policy < 0 || syscall(SYS_sched_getparam, 0, &known->own))
        return errno;
    known->policy = policy;
    return 0;
}

int glibc_compat_own_priority(void)
{
    struct thread_priorities *known = glibc_compat_thread.priorities;
    struct sched_param now;
    int own = -1;
    take_lock(&lock);
    if (known && known->policy != -1)
        own = known->own.sched_priority;
    give_lock(&lock);
    if (own != -1)
        return own;
    return syscall(SYS_sched_getparam, 0, &now) ? -1 : now.sched_priority;
}

static struct thread_priorities *make(void)
{
    struct thread_priorities *made = calloc(1, sizeof *made);
    if (made)
        made->policy = -1;
    return glibc_compat_thread.priorities = made;
}

static int change(int before, int after)
{
    struct thread_priorities *known = glibc_compat_thread.priorities;
    if (!known && !(known = make()))
        return ENOMEM;
    int highest = known->highest;
    if (after != -1) {
        if (after < sched_get_priority_min(SCHED_FIFO) || after > sched_get_priority_max(SCHED_FIFO) || after >= PRIORITIES)
            return EINVAL;
        known->held[after]++;
        if (after > highest)
            highest = after;
    }
    if (before != -1 && --known->held[before] == 0 && known->highest == before && before > after)
        for (highest = before - 1; highest > 0 && !known->held[highest];)
            highest--;
    int was = known->highest, saved = errno, error = 0;
    if (was == highest)
        return 0;
    // As glibc has it also where the priority cannot be had: the next try then finds nothing to change.
    known->highest = highest;
    error = learn(known);
    if (!error && (known->own.sched_priority < highest || known->own.sched_priority < was)) {
        struct sched_param wanted = known->own;
        if (wanted.sched_priority < highest)
            wanted.sched_priority = highest;
        if (syscall(SYS_sched_setscheduler, 0, known->policy, &wanted))
            error = errno;
    }
    errno = saved;
    return error;
}

int glibc_compat_change_ceiling(int before, int after)
{
    take_lock(&lock);
    int error = change(before, after);
    give_lock(&lock);
    return error;
}

void glibc_compat_forget_priorities(void)
{
    struct thread_priorities *known = glibc_compat_thread.priorities;
    if (!known)
        return;
    take_lock(&lock);
    glibc_compat_thread.priorities = NULL;
    give_lock(&lock);
    free(known);
}

void glibc_compat_priorities_forked(void) { atomic_store(&lock, 0); }

static int set_parameters(pthread_t thread, int policy, const struct sched_param *parameter)
{
    struct thread_priorities *known = of(thread);
    if (!known)
        return NEXT(pthread_setschedparam)(thread, policy, parameter);
    // glibc's has one member, musl's more: only that one is the caller's.
    struct sched_param wanted = { .sched_priority = parameter->sched_priority };
    if (wanted.sched_priority < known->highest)
        wanted.sched_priority = known->highest;
    int error = NEXT(pthread_setschedparam)(thread, policy, &wanted);
    if (!error) {
        known->policy = policy;
        known->own.sched_priority = parameter->sched_priority;
    }
    return error;
}

/// pthread_setschedparam(3): a thread that holds a ceiling does not fall below it.
int pthread_setschedparam(pthread_t thread, int policy, const struct sched_param *parameter)
{
    take_lock(&lock);
    int error = set_parameters(thread, policy, parameter);
    give_lock(&lock);
    return error;
}

/// pthread_setschedprio(3).
int pthread_setschedprio(pthread_t thread, int priority)
{
    take_lock(&lock);
    struct thread_priorities *known = of(thread);
    int error = NEXT(pthread_setschedprio)(thread, known && priority < known->highest ? known->highest : priority);
    if (!error && known)
        known->own.sched_priority = priority;
    give_lock(&lock);
    return error;
}

/// pthread_getschedparam(3): the thread's own priority, not one that a ceiling lends.
int pthread_getschedparam(pthread_t thread, int *restrict policy, struct sched_param *restrict parameter)
{
    take_lock(&lock);
    struct thread_priorities *known = of(thread);
    int is_known = known && known->policy != -1;
    if (is_known) {
        *policy = known->policy;
        parameter->sched_priority = known->own.sched_priority;
    }
    give_lock(&lock);
    return is_known ? 0 : NEXT(pthread_getschedparam)(thread, policy, parameter);
}
