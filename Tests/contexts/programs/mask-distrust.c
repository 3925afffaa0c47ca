// what elision cannot follow ends it for the process: a cancelled thread, a handler installed by a bare system call or by sigvec
// needs: libc glibc elide
#include "fact.h"
#include "machine-for.h"
#include <pthread.h>
#include <sys/syscall.h>
#include <sys/wait.h>
int glibc_compat_ucontext_mask_elide(int on) __attribute__((weak));
#ifdef VERSION_OF_SIGVEC
struct old_action { void (*handler)(int); int mask, flags; };
int old_sigvec(int, const struct old_action *, struct old_action *);
__asm__(".symver old_sigvec, sigvec@" VERSION_OF_SIGVEC);
#endif

static volatile int handled __attribute__((unused));
static void __attribute__((unused)) handler(int signal) { (void)signal; handled++; }
static void *wait_for_ever(void *argument)
{
    for (;;)
        pause();
    return argument;
}
static void cancel(void)
{
    pthread_t thread;
    CHECK(pthread_create(&thread, NULL, wait_for_ever, NULL) == 0 && pthread_cancel(thread) == 0 && pthread_join(thread, NULL) == 0);
}
static void bare_call(void)
{
    struct { void (*handler)(int); unsigned long flags; void *restorer; uint64_t mask; } now;
    CHECK(syscall(SYS_rt_sigaction, SIGUSR1, NULL, &now, 8) == 0);
}
#ifdef VERSION_OF_SIGVEC
static void sigvec(void)
{
    struct old_action action = { handler, 0, 0 };
    CHECK(old_sigvec(SIGUSR1, &action, NULL) == 0 && kill(getpid(), SIGUSR1) == 0 && handled == 1);
}
#else                                   // glibc has it for older machines only
#define sigvec bare_call
#endif
static void mask(void)
{
    uint64_t set = 0;
    CHECK(syscall(SYS_rt_sigprocmask, SIG_SETMASK, &set, NULL, 8) == 0 && syscall(SYS_getpid) == getpid());
}
/// What the mode is in a process that has done this.
static int after(void (*what)(void))
{
    int status;
    pid_t child = fork();
    if (child == 0) {
        what();
        _exit(glibc_compat_ucontext_mask_elide(1) + 2);
    }
    CHECK(waitpid(child, &status, 0) == child && WIFEXITED(status));
    return WEXITSTATUS(status) - 2;
}
int main(void)
{
    CHECK(glibc_compat_ucontext_mask_elide(1) == 1);
    CHECK(after(cancel) == -1 && after(bare_call) == -1 && after(sigvec) == -1);
    CHECK(after(mask) == 1);
    CHECK(glibc_compat_ucontext_mask_elide(0) == 1 && glibc_compat_ucontext_mask_elide(0) == 0 && glibc_compat_ucontext_mask_elide(1) == 0);
    return 0;
}
