// what the library needs of libc is looked up before main: dlsym's lock could be taken on one thread and not given back on another
// needs: libc glibc elide
// flags: -rdynamic -Wno-deprecated-declarations
#include "fact.h"
#include <dlfcn.h>
#include <pthread.h>
#include <setjmp.h>
#include <sys/syscall.h>
static int calls;
static volatile int started;
static void *libc;

/// What the library's dlsym(RTLD_NEXT, name) is in this process: there is nothing between it and libc.
void *dlsym(void *restrict handle, const char *restrict name)
{
    (void)handle;
    calls += started;
    if (!libc)
        libc = dlopen("libc.so.6", RTLD_NOW);
    void *function = dlvsym(libc, name, "GLIBC_2.34");
    static void *(*real)(void *, const char *);
    if (!real)
        *(void **)&real = dlvsym(libc, "dlsym", "GLIBC_2.34");
    return function ? function : real(libc, name);
}
static void handler(int signal) { (void)signal; }
int main(void)
{
    sigset_t set;
    sigjmp_buf buffer;
    started = 1;
    sigemptyset(&set);
    CHECK(sigprocmask(SIG_BLOCK, &set, NULL) == 0 && pthread_sigmask(SIG_BLOCK, &set, NULL) == 0);
    CHECK(sighold(SIGUSR1) == 0 && sigrelse(SIGUSR1) == 0 && sigset(SIGUSR1, handler) == SIG_DFL);
    CHECK(signal(SIGUSR2, handler) == SIG_DFL && signal(SIGUSR2, SIG_DFL) == handler);
    struct sigaction action = { .sa_handler = handler };
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0 && syscall(SYS_getpid) == getpid());
    if (!sigsetjmp(buffer, 1))
        siglongjmp(buffer, 1);
    CHECK(calls == 0);
    return 0;
}
