// getcontext returns 0 both times, swapcontext returns 0 when it is resumed
#include "fact.h"
static ucontext_t context, caller, callee;
static fact_stack stack;
static void function(void) { CHECK(setcontext(&caller) == -2); }
int main(void)
{
    static volatile int times;
    volatile int result = getcontext(&context);
    CHECK(result == 0);
    if (times++ < 3)
        setcontext(&context);
    CHECK(times == 4);
    PREPARE(&callee, stack, NULL, function);
    result = swapcontext(&caller, &callee);
    CHECK(result == 0);
    return 0;
}
