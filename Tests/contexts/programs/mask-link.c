// the context that uc_link names gets its own mask back
// needs: mask
// reference: not x86 sh m68k
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static void function(void) { mask_become(SIGNAL_BIT(SIGUSR2) | SIGNAL_BIT(REAL_TIME - 2)); }
int main(void)
{
    const uint64_t mask = SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME);
    PREPARE(&callee, stack, &caller, function);
    mask_become(mask);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(mask_now() == mask);
    return 0;
}
