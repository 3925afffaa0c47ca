// <unistd.h>: fork, with the program's handlers.
//
// What a fork costs is mostly pages: parent and child each copy those that they write to, and the child finds anew all code that it runs. musl's
// fork takes and gives back the locks of the whole library, in many places; a process with one thread has no use for that, and its fork is one
// system call here, which writes the child's number into musl's record of the thread by itself.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <glibc-compat/loader-interface.h>
#include "allocator.h"
#include "atfork.h"
#include "blocks.h"
#include "ceilings.h"
#include "next.h"
#include "stacks.h"
#include "thread-state.h"

// The word that the kernel clears when a thread of musl's is gone: musl's lock of the thread list. A fork loses it, and musl 1.2.3 does not set
// it again, so a child whose first thread ended by pthread_exit would leave the list locked for its other threads.
static int *thread_exit_word;

// Where musl's record of a thread has its number, in every musl so far: looked at once whether it is there.
enum { NUMBER_IN_RECORD = 48 };
static int record_is_known;

static int *number_of(pthread_t thread) { return (int *)((uintptr_t)thread + NUMBER_IN_RECORD); }

int glibc_compat_thread_number(void)
{
    return record_is_known ? *number_of((pthread_t)__builtin_thread_pointer()) : (int)syscall(SYS_gettid);
}

static long kernel(long number, long first, const void *second, void *third, long fourth)
{
    long result;
    register long in_r10 __asm__("r10") = fourth;
    register long in_r8 __asm__("r8") = 0;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(first), "S"(second), "d"(third), "r"(in_r10), "r"(in_r8) : "rcx", "r11", "memory");
    return result;
}

// musl keeps a list of robust locks in its record, which the child must not have.
static int is_alone(void) { return __libc_single_threaded && record_is_known && !glibc_compat_thread.has_robust_list; }

static pid_t fork_alone(void)
{
    const unsigned long all = -1;
    unsigned long before;
    kernel(SYS_rt_sigprocmask, SIG_BLOCK, &all, &before, sizeof all);
    long child = kernel(SYS_clone, SIGCHLD | CLONE_CHILD_SETTID, NULL, NULL, (long)number_of((pthread_t)__builtin_thread_pointer()));
    if (child == 0) {
        kernel(SYS_set_tid_address, (long)thread_exit_word, NULL, NULL, 0);
        glibc_compat_thread.id = 0;
        glibc_compat_thread.fork_generation += 4;
    }
    kernel(SYS_rt_sigprocmask, SIG_SETMASK, &before, NULL, sizeof all);
    if (child < 0) {
        errno = (int)-child;
        return -1;
    }
    return (pid_t)child;
}

/// fork(2), with the handlers of pthread_atfork(3). Errors: EAGAIN, ENOMEM.
pid_t fork(void)
{
    struct fork_handler *last = glibc_compat_run_prepare_handlers();
    pid_t child;
    // A handler may have created a thread.
    if (is_alone()) {
        child = fork_alone();
    } else {
        int enclosing = glibc_compat_thread.calls_fork;
        glibc_compat_thread.calls_fork = 1;
        glibc_compat_streams_before_fork();
        child = NEXT(fork)();
        glibc_compat_thread.calls_fork = enclosing;
    }
    if (!last)
        return child;
    int error = child < 0 ? errno : 0;
    glibc_compat_run_fork_handlers(last, child == 0);
    if (child < 0)
        errno = error;
    return child;
}

/// _Fork(3): no handlers run.
pid_t _Fork(void)
{
    if (is_alone())
        return fork_alone();
    pid_t child = NEXT(_Fork)();
    if (!child) {
        glibc_compat_thread.id = 0;
        glibc_compat_creation_forked();
        glibc_compat_priorities_forked();
        glibc_compat_timers_forked();
        glibc_compat_aio_forked();
    }
    return child;
}

// What musl calls in its fork: ours, or one of its own, of forkpty and daemon.
static struct fork_handler *newest_at_fork;
static THREAD_LOCAL int number_at_fork;

static void prepare(void)
{
    if (!glibc_compat_thread.calls_fork)
        newest_at_fork = glibc_compat_run_prepare_handlers();
    glibc_compat_hold_fork_handlers();
    number_at_fork = glibc_compat_thread_number();
}

static void in_parent(void)
{
    glibc_compat_release_fork_handlers();
    if (!glibc_compat_thread.calls_fork)
        glibc_compat_run_fork_handlers(newest_at_fork, 0);
}

static void in_child(void)
{
    if (thread_exit_word)
        syscall(SYS_set_tid_address, thread_exit_word);
    glibc_compat_thread.id = 0;
    if (!__libc_single_threaded)
        glibc_compat_streams_forked(number_at_fork);
    glibc_compat_fork_generation += 4;
    glibc_compat_stacks_forked();
    glibc_compat_creation_forked();
    glibc_compat_priorities_forked();
    glibc_compat_timers_forked();
    glibc_compat_aio_forked();
    glibc_compat_release_fork_handlers();
    if (&__glibc_compat_loader)
        __glibc_compat_loader.forked();
    if (!__libc_single_threaded)
        glibc_compat_heap_forked();
    if (!glibc_compat_thread.calls_fork)
        glibc_compat_run_fork_handlers(newest_at_fork, 1);
}

void glibc_compat_start_fork_handlers(void)
{
    // A kernel without PR_GET_TID_ADDRESS leaves the pointer NULL.
    prctl(PR_GET_TID_ADDRESS, &thread_exit_word);
    record_is_known = thread_exit_word && *number_of(pthread_self()) == (int)syscall(SYS_gettid);
    NEXT(pthread_atfork)(prepare, in_parent, in_child);
}
