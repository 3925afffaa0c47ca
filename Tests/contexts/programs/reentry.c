// a stored context can be resumed many times, and a finished one made anew on its old stack
// stepped: no: too many instructions, or threads
#include "fact.h"
static ucontext_t caller, callee, inside;
static fact_stack stack;
static volatile int entries, runs;
static void function(void)
{
    runs++;
    CHECK(getcontext(&inside) == 0);
    entries++;
    if (entries % 100)
        setcontext(&inside);
}
int main(void)
{
    for (int i = 0; i < 50; i++) {
        PREPARE(&callee, stack, &caller, function);
        CHECK(swapcontext(&caller, &callee) == 0);
    }
    CHECK(runs == 50 && entries == 5000);
    return 0;
}
