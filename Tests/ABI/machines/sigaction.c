// Where struct sigaction's fields stand in another order, the flags are lost and the handler's mask is wrong.
// all: RUNS -
// s390x: RISKY layout
// mips: RISKY layout
// mipsel: RISKY layout
// mips64el: RISKY layout
// really: 0
// really s390x: 9
// really mips: 139
// really mipsel: 139
// really mips64el: 139
// ppc64le: FAILS start-code
// ppc: FAILS start-code
// really ppc64le: 139
// really ppc: 139
#include <signal.h>
#include <string.h>
static volatile int count;
static void handler(int number, siginfo_t *info, void *context) { count += info != 0 && info->si_signo == SIGUSR1; }
int main(void) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handler;
    action.sa_flags = SA_SIGINFO | SA_RESETHAND;
    if (sigaction(SIGUSR1, &action, 0)) return 9;
    raise(SIGUSR1);
    struct sigaction now;
    if (sigaction(SIGUSR1, 0, &now)) return 9;
    return count == 1 && now.sa_handler == SIG_DFL ? 0 : 9;
}
