// BSD and System V signal calls; a queued signal reaches its thread with its value
// flags: -pthread
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int sigsetmask(int); int sigblock(int); int siggetmask(void); int gsignal(int);
static int caught;
static pthread_t target;
static void count(int number) { caught += number; }
static void with_value(int number, siginfo_t *info, void *context)
{
    (void)context;
    printf("signal %d value %d code %d own pid %d right thread %d\n", number, info->si_value.sival_int, info->si_code, info->si_pid == getpid(),
           pthread_equal(pthread_self(), target));
}
static void *run(void *unused)
{
    // Blocked since before the thread began: the signal waits for this, however late the thread is.
    sigset_t others;
    sigfillset(&others);
    sigdelset(&others, SIGUSR1);
    sigsuspend(&others);
    return unused;
}

int main(void)
{
    printf("%x ", sigsetmask(0x2));
    printf("%x ", sigblock(0x4));
    printf("%x ", siggetmask());
    printf("%x", sigsetmask(0));
    printf(" %x\n", siggetmask());
    sysv_signal(SIGUSR1, count);
    raise(SIGUSR1);
    printf("caught %d, default again %d\n", caught, signal(SIGUSR1, SIG_IGN) == SIG_DFL);
    ssignal(SIGUSR2, count);
    printf("gsignal %d", gsignal(SIGUSR2));
    printf(" caught %d\n", caught);
    struct sigaction action = { .sa_sigaction = with_value, .sa_flags = SA_SIGINFO };
    sigaction(SIGUSR1, &action, NULL);
    sigset_t blocked;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &blocked, NULL);
    pthread_create(&target, NULL, run, NULL);
    int queued = pthread_sigqueue(target, SIGUSR1, (union sigval){ .sival_int = 42 });
    pthread_join(target, NULL);
    printf("queue %d\n", queued);
    printf("bad %d\n", pthread_sigqueue(pthread_self(), 12345, (union sigval){ 0 }));
    return 0;
}
