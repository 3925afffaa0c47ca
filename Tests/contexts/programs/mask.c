// each context has its own signal mask, real-time signals included
// needs: mask
// reference: not x86 sh m68k
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
#define outer   (SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME))
#define inner   (SIGNAL_BIT(SIGUSR2) | SIGNAL_BIT(REAL_TIME - 1))
#define changed (SIGNAL_BIT(SIGTERM) | SIGNAL_BIT(REAL_TIME - 3) | SIGNAL_BIT(40))
static int rounds;
static void function(void)
{
    CHECK(mask_now() == inner);
    mask_become(changed);
    CHECK(swapcontext(&callee, &caller) == 0);
    CHECK(mask_now() == changed);
    rounds++;
}
int main(void)
{
    mask_become(inner);
    PREPARE(&callee, stack, &caller, function);
    mask_become(outer);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(mask_now() == outer);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(mask_now() == outer && rounds == 1);
    return 0;
}
