// what programs see of their handlers: the functions they installed, with flags and masks, by every function that installs one
// needs: libc mask
// flags: -Wno-deprecated-declarations
#include "fact.h"
static volatile int first_runs, second_runs, info_is_right;
static void first(int signal) { (void)signal; first_runs++; }
static void second(int signal, siginfo_t *info, void *context)
{
    ucontext_t *frame = context;
    second_runs++;
    info_is_right = info->si_signo == signal && info->si_pid == getpid() && frame->uc_stack.ss_size + 1 > 0;
}
static void (*handler_of(int signal))(int)
{
    struct sigaction action;
    CHECK(sigaction(signal, NULL, &action) == 0);
    return action.sa_handler;
}
int main(void)
{
    struct sigaction old, action = { .sa_handler = first, .sa_flags = SA_RESTART | SA_NODEFER };
    sigaddset(&action.sa_mask, SIGUSR2);
    CHECK(handler_of(SIGUSR1) == SIG_DFL);
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0 && handler_of(SIGUSR1) == first);
    CHECK(kill(getpid(), SIGUSR1) == 0 && first_runs == 1);
    action = (struct sigaction) { .sa_sigaction = second, .sa_flags = SA_SIGINFO };
    CHECK(sigaction(SIGUSR1, &action, &old) == 0);
    CHECK(old.sa_handler == first && (old.sa_flags & (SA_RESTART | SA_NODEFER | SA_SIGINFO)) == (SA_RESTART | SA_NODEFER));
    CHECK(sigismember(&old.sa_mask, SIGUSR2) == 1 && sigismember(&old.sa_mask, SIGTERM) == 0);
    CHECK(kill(getpid(), SIGUSR1) == 0 && second_runs == 1 && info_is_right);
    CHECK(signal(SIGUSR1, first) == (void (*)(int))second && handler_of(SIGUSR1) == first);
    CHECK(kill(getpid(), SIGUSR1) == 0 && first_runs == 2);
    CHECK(sigset(SIGUSR1, SIG_IGN) == first && handler_of(SIGUSR1) == SIG_IGN && kill(getpid(), SIGUSR1) == 0);
    CHECK(sigset(SIGUSR1, first) == SIG_IGN && sigset(SIGUSR1, SIG_HOLD) == first);
    CHECK(mask_now() == SIGNAL_BIT(SIGUSR1) && kill(getpid(), SIGUSR1) == 0 && first_runs == 2);
    CHECK(sigset(SIGUSR1, first) == SIG_HOLD && first_runs == 3 && mask_now() == 0);
    CHECK(signal(SIGUSR1, SIG_DFL) == first && handler_of(SIGUSR1) == SIG_DFL);
    // A handler that the kernel takes away after its first signal.
    action = (struct sigaction) { .sa_handler = first, .sa_flags = SA_RESETHAND };
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0 && kill(getpid(), SIGUSR1) == 0 && first_runs == 4 && handler_of(SIGUSR1) == SIG_DFL);
    errno = 0;
    CHECK(sigaction(SIGKILL, &action, NULL) == -1 && errno == EINVAL);
    errno = 0;
    CHECK(signal(SIGKILL, first) == SIG_ERR && errno == EINVAL && sigaction(999, &action, NULL) == -1);
    return 0;
}
