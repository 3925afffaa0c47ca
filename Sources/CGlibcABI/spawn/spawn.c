// <spawn.h>, <sys/pidfd.h>: posix_spawn, posix_spawnp, pidfd_spawn, pidfd_spawnp.
//
// The child runs in the parent's memory, on a stack of its own, while the calling thread waits; so an error that it meets can simply be left
// in memory. Until the new program runs it makes system calls only. Source: posix_spawn(3), POSIX.1-2024 posix_spawn, clone(2).
#include "spawn.h"
#include "../old/old-version.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STACK = 64 * 1024, NEW_PIDFD = 0x1000, SIGNALS = 64, CLOSE_RANGE = 436, CLONE3 = 435 };

struct job {
    const char *file;
    const struct spawn_actions *actions;
    const struct spawn_attributes *attributes;
    char *const *arguments, *const *environment;
    /// The arguments with which a shell runs the file where the kernel cannot; NULL where that is an error.
    char **script;
    int search, error;
    uint64_t mask;
};

/// The kernel's struct sigaction.
struct kernel_action { void (*handler)(int); unsigned long flags; void (*restorer)(void); uint64_t mask; };

/// No handler of the parent may run in the child, which shares its memory.
static void reset_signals(const struct spawn_attributes *a)
{
    for (int signal = 1; signal <= SIGNALS; signal++) {
        struct kernel_action action;
        int wanted = a->flags & SPAWN_SETSIGDEF && (*(const uint64_t *)&a->defaults >> (signal - 1) & 1);
        if (!wanted) {
            if (syscall(SYS_rt_sigaction, signal, NULL, &action, 8)) continue;
            if (action.handler == SIG_IGN || action.handler == SIG_DFL) continue;
        }
        action = (struct kernel_action){.handler = SIG_DFL};
        syscall(SYS_rt_sigaction, signal, &action, NULL, 8);
    }
}

static int apply_attributes(const struct spawn_attributes *a)
{
    if ((a->flags & (SPAWN_SETSCHEDPARAM | SPAWN_SETSCHEDULER)) == SPAWN_SETSCHEDPARAM) {
        if (syscall(SYS_sched_setparam, 0, &a->priority)) return -1;
    } else if (a->flags & SPAWN_SETSCHEDULER) {
        if (syscall(SYS_sched_setscheduler, 0, a->policy, &a->priority)) return -1;
    }
    if (a->flags & SPAWN_SETSID && syscall(SYS_setsid) < 0) return -1;
    if (a->flags & SPAWN_SETPGROUP && syscall(SYS_setpgid, 0, a->group)) return -1;
    // Only this process: the wrappers would change every thread of the parent.
    if (a->flags & SPAWN_RESETIDS && (syscall(SYS_setresuid, -1, syscall(SYS_getuid), -1) || syscall(SYS_setresgid, -1, syscall(SYS_getgid), -1)))
        return -1;
    return 0;
}

static int close_all_from(int first)
{
    if (!syscall(CLOSE_RANGE, first, ~0u, 0)) return 0;
    struct rlimit limit;
    if (syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, &limit)) return -1;
    for (rlim_t fd = (rlim_t)first; fd < limit.rlim_max && fd < INT_MAX; fd++)
        syscall(SYS_close, (int)fd);
    return 0;
}

static int act(const struct spawn_action *a)
{
    struct rlimit limit;
    switch (a->kind) {
    case ACTION_CLOSE:
        // Closing what is not open is no error, unless it never could be.
        if (!syscall(SYS_close, a->fd)) return 0;
        return !syscall(SYS_prlimit64, 0, RLIMIT_NOFILE, NULL, &limit) && (rlim_t)a->fd < limit.rlim_cur ? 0 : (errno = EBADF, -1);
    case ACTION_DUP2:
        if (a->fd == a->other) {
            long flags = syscall(SYS_fcntl, a->fd, F_GETFD);
            return flags < 0 || syscall(SYS_fcntl, a->fd, F_SETFD, flags & ~FD_CLOEXEC) < 0 ? -1 : 0;
        }
        return syscall(SYS_dup3, a->fd, a->other, 0) < 0 ? -1 : 0;
    case ACTION_OPEN: {
        // The descriptor may hold what is about to be opened, such as a lock.
        syscall(SYS_close, a->fd);
        long fd = syscall(SYS_openat, AT_FDCWD, a->path, a->flags, a->mode);
        if (fd < 0 || fd == a->fd) return fd < 0 ? -1 : 0;
        if (syscall(SYS_dup3, (int)fd, a->fd, 0) < 0) return -1;
        return (int)syscall(SYS_close, (int)fd);
    }
    case ACTION_CHDIR: return (int)syscall(SYS_chdir, a->path);
    case ACTION_FCHDIR: return (int)syscall(SYS_fchdir, a->fd);
    case ACTION_CLOSEFROM: return close_all_from(a->fd);
    case ACTION_TCSETPGRP: {
        pid_t group = (pid_t)syscall(SYS_getpgid, 0);
        return (int)syscall(SYS_ioctl, a->fd, TIOCSPGRP, &group);
    }
    }
    return -1;
}

/// Returns where the file cannot be run, with the error in errno.
static void run(const struct job *job, const char *path)
{
    syscall(SYS_execve, path, job->arguments, job->environment);
    if (errno == ENOEXEC && job->script) {
        job->script[1] = (char *)path;
        syscall(SYS_execve, job->script[0], job->script, job->environment);
    }
}

/// Tries a name in each folder of PATH; returns where none can be run, with the error in errno.
static void run_by_path(const struct job *job)
{
    char path[PATH_MAX + NAME_MAX + 2];
    const char *folders = getenv("PATH");
    size_t length = strlen(job->file);
    int denied = 0;
    if (!folders) folders = "/bin:/usr/bin";
    if (!length || length > NAME_MAX) {
        errno = length ? ENAMETOOLONG : ENOENT;
        return;
    }
    for (const char *end;; folders = end + 1) {
        end = strchrnul(folders, ':');
        size_t folder = (size_t)(end - folders);
        if (folder < PATH_MAX) {
            memcpy(path, folders, folder);
            path[folder] = '/';
            memcpy(path + folder + (folder > 0), job->file, length + 1);
            run(job, path);
            if (errno == EACCES)
                denied = 1;
            else if (errno != ENOENT && errno != ESTALE && errno != ENOTDIR && errno != ENODEV && errno != ETIMEDOUT)
                return;
        }
        if (!*end) break;
    }
    errno = denied ? EACCES : ENOENT;
}

static int child(void *argument)
{
    struct job *job = argument;
    const struct spawn_attributes *a = job->attributes;
    errno = 0;
    reset_signals(a);
    int failed = apply_attributes(a);
    for (int i = 0; !failed && job->actions && i < job->actions->used; i++)
        failed = act(&job->actions->list[i]);
    if (!failed) {
        syscall(SYS_rt_sigprocmask, SIG_SETMASK, a->flags & SPAWN_SETSIGMASK ? (const void *)&a->mask : &job->mask, NULL, 8);
        if (job->search && !strchr(job->file, '/'))
            run_by_path(job);
        else
            run(job, job->file);
    }
    job->error = errno ? errno : ECHILD;
    return 127;
}

static long start(struct job *job, char *stack, int *pidfd)
{
    unsigned long flags = CLONE_VM | CLONE_VFORK | (pidfd ? NEW_PIDFD : 0);
    if (job->attributes->flags & SPAWN_SETCGROUP) {
        // Only clone3 knows control groups. Its operands, eleven words: flags, pidfd, two thread numbers, exit signal, stack, its size, TLS,
        // a list of process numbers and its length, control group.
        uint64_t operands[11] = {flags | 0x200000000, (uintptr_t)pidfd, 0, 0, SIGCHLD, (uintptr_t)stack, STACK, 0, 0, 0,
                                 (uint64_t)job->attributes->cgroup};
        return glibc_compat_spawn_clone(CLONE3, (unsigned long)operands, sizeof operands, 0, child, job);
    }
    return glibc_compat_spawn_clone(SYS_clone, flags | SIGCHLD, (unsigned long)stack + STACK, (unsigned long)pidfd, child, job);
}

static int spawn(pid_t *process, int *pidfd, struct job *job, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes)
{
    static const struct spawn_attributes none;
    uint64_t all = ~UINT64_C(0);
    int cancel, error = errno, descriptor = -1;
    job->actions = (const void *)actions;
    job->attributes = attributes ? (const void *)attributes : &none;
    char *stack = mmap(NULL, STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) {
        int result = errno;
        errno = error;
        return result;
    }
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel);
    syscall(SYS_rt_sigprocmask, SIG_BLOCK, &all, &job->mask, 8);
    long number = start(job, stack, pidfd ? &descriptor : NULL);
    int result = number < 0 ? (int)-number : job->error;
    if (number > 0 && result) {
        while (syscall(SYS_wait4, (int)number, NULL, 0, NULL) < 0 && errno == EINTR)
            ;
        if (descriptor >= 0) syscall(SYS_close, descriptor);
    }
    munmap(stack, STACK);
    syscall(SYS_rt_sigprocmask, SIG_SETMASK, &job->mask, NULL, 8);
    pthread_setcancelstate(cancel, NULL);
    errno = error;
    if (!result && process) *process = (pid_t)number;
    if (!result && pidfd) *pidfd = descriptor;
    return result;
}

#define PARAMETERS const char *restrict file, const posix_spawn_file_actions_t *restrict actions, \
    const posix_spawnattr_t *restrict attributes, char *const arguments[restrict], char *const environment[restrict]
#define JOB(by_path) &(struct job){.file = file, .arguments = arguments, .environment = environment, .search = by_path}, actions, attributes

/// Runs a program in a new process: 0 and its number, or the error that the child met before the program ran.
int posix_spawn(pid_t *restrict process, PARAMETERS) { return spawn(process, NULL, JOB(0)); }

/// The same with a name that is looked up in PATH.
int posix_spawnp(pid_t *restrict process, PARAMETERS) { return spawn(process, NULL, JOB(1)); }

/// The same with a descriptor of the process. Source: the GNU C Library manual, pidfd_spawn.
int pidfd_spawn(int *restrict pidfd, PARAMETERS) { return spawn(NULL, pidfd, JOB(0)); }

int pidfd_spawnp(int *restrict pidfd, PARAMETERS) { return spawn(NULL, pidfd, JOB(1)); }

// Before glibc 2.15 a file that the kernel cannot execute was taken for a shell script without its #! line.
static int spawn_or_script(pid_t *process, struct job *job, const posix_spawn_file_actions_t *actions, const posix_spawnattr_t *attributes)
{
    size_t count = 0;
    while (job->arguments[count])
        count++;
    // The shell, the script, what followed the program's name, and the end.
    job->script = calloc(count + 3, sizeof *job->script);
    if (!job->script) return ENOMEM;
    job->script[0] = "/bin/sh";
    if (count > 1) memcpy(job->script + 2, job->arguments + 1, (count - 1) * sizeof *job->script);
    int result = spawn(process, NULL, job, actions, attributes);
    free(job->script);
    return result;
}

OLD_VERSION("posix_spawn@GLIBC_2.2.5") int glibc_compat_posix_spawn_2_2_5(pid_t *restrict process, PARAMETERS)
{
    return spawn_or_script(process, JOB(0));
}

OLD_VERSION("posix_spawnp@GLIBC_2.2.5") int glibc_compat_posix_spawnp_2_2_5(pid_t *restrict process, PARAMETERS)
{
    return spawn_or_script(process, JOB(1));
}
