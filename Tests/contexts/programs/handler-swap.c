// swapcontext in a handler, to the context that the handler received: each continues with its own mask, and its copy does the same
// shadow stacks: no: the handler's returns lie below those of the code that it interrupted, which writes over them
// needs: libc mask frames
// reference: no
#include "fact.h"
// On riscv32 musl lets the kernel read sa_mask at a wrong place: which signals a handler blocks is not compared with what it asked
// for, and QEMU says of some that they are blocked though they cannot be.
#define UNBLOCKABLE (SIGNAL_BIT(SIGKILL) | SIGNAL_BIT(SIGSTOP))
static ucontext_t handlers_own, mains_own, copy;
static volatile int handled, resumed;
static volatile uint64_t of_handler;
static char alternate[131072];
static void handler(int signal, siginfo_t *info, void *context)
{
    (void)info;
    of_handler = mask_now() & ~UNBLOCKABLE;
    CHECK(of_handler & SIGNAL_BIT(signal));
    memset(&handlers_own, 0x5a, sizeof handlers_own);
    handled++;
    if (handled % 2 == 0)
        copy = *(ucontext_t *)context;
    CHECK(swapcontext(&handlers_own, handled % 2 ? context : &copy) == 0);
    CHECK(mask_now() == of_handler);
    resumed++;
    setcontext(&mains_own);
}
static uint64_t mask_of(const ucontext_t *context)
{
    uint64_t mask = 0;
    for (int signal = 1; signal <= 64; signal++)
        if ((signal < 32 || signal > 34) && sigismember(&context->uc_sigmask, signal) == 1)
            mask |= SIGNAL_BIT(signal);
    return mask;
}
int main(void)
{
    stack_t stack = { .ss_sp = alternate, .ss_size = sizeof alternate };
    struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO | SA_ONSTACK };
    sigaddset(&action.sa_mask, SIGTERM);
    CHECK(sigaltstack(&stack, NULL) == 0 && sigaction(SIGUSR1, &action, NULL) == 0);
    const uint64_t before = SIGNAL_BIT(REAL_TIME) | SIGNAL_BIT(SIGWINCH);
    for (int i = 1; i <= 100; i++) {
        mask_become(before);
        CHECK(kill(getpid(), SIGUSR1) == 0 && handled == i && resumed == i - 1);
        CHECK(mask_now() == before && (mask_of(&handlers_own) & ~UNBLOCKABLE) == of_handler);
        CHECK(of_handler != before);
        CHECK(swapcontext(&mains_own, &handlers_own) == 0 && resumed == i);
        CHECK(mask_now() == before);
    }
    return 0;
}
