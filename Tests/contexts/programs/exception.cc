// a C++ exception is thrown and caught inside a context, across a switch
// shadow stacks: no: the unwinder must know of them
// needs: libc unwinder c++
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static int caught, destroyed;
struct Guard { ~Guard() { destroyed++; } };
static void __attribute__((noinline)) thrower(int value)
{
    Guard guard;
    CHECK(swapcontext(&callee, &caller) == 0);
    throw value;
}
static void function()
{
    for (int i = 0; i < 3; i++)
        try {
            thrower(i);
        } catch (int value) {
            caught += value + 1;
        }
}
int main()
{
    PREPARE(&callee, stack, &caller, function);
    for (int i = 0; i < 4; i++)
        CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(caught == 6 && destroyed == 3);
    return 0;
}
