// <pthread.h>, <signal.h>: signals to threads, and what old objects call.
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>
#include "alias.h"
#include "next.h"

/// pthread_sigqueue(3). Errors: EAGAIN, EINVAL, ESRCH.
int pthread_sigqueue(pthread_t thread, int number, const union sigval value)
{
    // A thread's processor clock names its kernel id: the id's complement, shifted by three.
    clockid_t clock;
    int error = pthread_getcpuclockid(thread, &clock);
    if (error)
        return error;
    siginfo_t information;
    memset(&information, 0, sizeof information);
    information.si_signo = number;
    information.si_code = SI_QUEUE;
    information.si_pid = getpid();
    information.si_uid = getuid();
    information.si_value = value;
    return syscall(SYS_rt_tgsigqueueinfo, getpid(), ~(clock >> 3), number, &information) ? errno : 0;
}

/// A yield under LinuxThreads' name.
int pthread_yield(void) { return sched_yield(); }

/// Did something in LinuxThreads only; since then every exec ends the other threads.
void pthread_kill_other_threads_np(void) { }

// The real-time signals that are not reserved. musl keeps 32 to 34 for itself.
static int lowest = 35, highest = _NSIG - 1;

/// What SIGRTMIN stands for: the reserved ones are left out.
int __libc_current_sigrtmin(void) { return lowest; }

/// What SIGRTMAX stands for.
int __libc_current_sigrtmax(void) { return highest; }

/// Reserves a real-time signal for a library: with `high` the one of highest priority that is left, which is the lowest number; else
/// the last. -1 when none is.
int __libc_allocate_rtsig(int high)
{
    if (lowest > highest)
        return -1;
    return high ? lowest++ : highest--;
}
