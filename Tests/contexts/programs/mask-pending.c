// a pending signal that the resumed context does not block is delivered by the switch, once
// needs: libc mask
// reference: not ppc
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static volatile int delivered, real_time, arrived;
static void handler(int signal) { *(signal == SIGUSR1 ? &delivered : &real_time) += 1; }
static void function(void)
{
    arrived = delivered == 1 && real_time == 1;
}
int main(void)
{
    signal(SIGUSR1, handler);
    signal(REAL_TIME - 1, handler);
    mask_become(0);
    PREPARE(&callee, stack, &caller, function);
    mask_become(SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME - 1));
    kill(getpid(), SIGUSR1);
    kill(getpid(), REAL_TIME - 1);
    CHECK(delivered == 0 && real_time == 0);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(arrived && delivered == 1 && real_time == 1);
    return 0;
}
