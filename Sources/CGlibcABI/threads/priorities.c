// <pthread.h>: a thread's priority while it holds mutexes with ceilings: the highest of its own and theirs.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "ceilings.h"
#include "futex.h"
#include "next.h"
#include "thread-state.h"

enum { PRIORITIES = 100 };

/// How many mutexes of each ceiling the thread holds, the highest of these, and what is its own: `is_known` once the kernel has been asked.
struct thread_priorities {
    unsigned held[PRIORITIES];
    int highest, is_known, policy;
    struct { int sched_priority; } own;
    /// Held by the thread itself and by who asks for its scheduling or sets it. Each thread has one: who sets that of a thread which may not run
    /// for long makes nobody else wait.
    _Atomic int lock;
};

static THREAD_LOCAL struct thread_priorities priorities;

static struct thread_priorities *of(pthread_t thread)
{
    return (struct thread_priorities *)((uintptr_t)&priorities - (uintptr_t)__builtin_thread_pointer() + (uintptr_t)thread);
}

// musl's functions of these names take no thread; the kernel's do.
static int learn(struct thread_priorities *known)
{
    if (known->is_known)
        return 0;
    int policy = (int)syscall(SYS_sched_getscheduler, 0);
    if (policy < 0 || syscall(SYS_sched_getparam, 0, &known->own))
        return errno;
    known->policy = policy;
    known->is_known = 1;
    return 0;
}

int glibc_compat_own_priority(void)
{
    int own = -1, saved = errno;
    take_lock(&priorities.lock);
    if (priorities.is_known)
        own = priorities.own.sched_priority;
    give_lock(&priorities.lock);
    if (own != -1)
        return own;
    struct { int sched_priority; } now;
    own = syscall(SYS_sched_getparam, 0, &now) ? -1 : now.sched_priority;
    errno = saved;
    return own;
}

static int change(int before, int after)
{
    struct thread_priorities *known = &priorities;
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
        struct { int sched_priority; } wanted = { known->own.sched_priority < highest ? highest : known->own.sched_priority };
        if (syscall(SYS_sched_setscheduler, 0, known->policy, &wanted))
            error = errno;
    }
    errno = saved;
    return error;
}

int glibc_compat_change_ceiling(int before, int after)
{
    take_lock(&priorities.lock);
    int error = change(before, after);
    give_lock(&priorities.lock);
    return error;
}

void glibc_compat_forget_priorities(void)
{
    take_lock(&priorities.lock);
    priorities.is_known = priorities.highest = 0;
    give_lock(&priorities.lock);
}

void glibc_compat_priorities_forked(void) { atomic_store(&priorities.lock, 0); }

static int set_parameters(struct thread_priorities *known, pthread_t thread, int policy, const struct sched_param *parameter)
{
    // glibc's has one member, musl's more: only that one is the caller's.
    struct sched_param wanted = { .sched_priority = parameter->sched_priority };
    if (wanted.sched_priority < known->highest)
        wanted.sched_priority = known->highest;
    int error = NEXT(pthread_setschedparam)(thread, policy, &wanted);
    if (!error && known->is_known) {
        known->policy = policy;
        known->own.sched_priority = parameter->sched_priority;
    }
    return error;
}

/// pthread_setschedparam(3): a thread that holds a ceiling does not fall below it.
int pthread_setschedparam(pthread_t thread, int policy, const struct sched_param *parameter)
{
    struct thread_priorities *known = of(thread);
    take_lock(&known->lock);
    int error = set_parameters(known, thread, policy, parameter);
    give_lock(&known->lock);
    return error;
}

/// pthread_setschedprio(3).
int pthread_setschedprio(pthread_t thread, int priority)
{
    struct thread_priorities *known = of(thread);
    take_lock(&known->lock);
    int error = NEXT(pthread_setschedprio)(thread, priority < known->highest ? known->highest : priority);
    if (!error && known->is_known)
        known->own.sched_priority = priority;
    give_lock(&known->lock);
    return error;
}

/// pthread_getschedparam(3): the thread's own priority, not one that a ceiling lends.
int pthread_getschedparam(pthread_t thread, int *restrict policy, struct sched_param *restrict parameter)
{
    struct thread_priorities *known = of(thread);
    take_lock(&known->lock);
    int is_known = known->is_known;
    if (is_known) {
        *policy = known->policy;
        parameter->sched_priority = known->own.sched_priority;
    }
    give_lock(&known->lock);
    return is_known ? 0 : NEXT(pthread_getschedparam)(thread, policy, parameter);
}
