// negative and large int arguments arrive as they were passed, in registers and on the stack
// reference: not mipsn32 mipsn32el
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static int called;
static void function(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l)
{
    CHECK(a == -1 && b == INT_MIN && c == INT_MAX && d == -12345678 && e == 0 && f == -2 && g == -3);
    CHECK(h == INT_MIN && i == INT_MAX && j == -4 && k == 0 && l == -5);
    called = 1;
}
int main(void)
{
    CHECK(getcontext(&callee) == 0);
    callee.uc_stack.ss_sp = stack;
    callee.uc_stack.ss_size = sizeof stack;
    callee.uc_link = &caller;
    makecontext(&callee, (void (*)(void))function, 12, -1, INT_MIN, INT_MAX, -12345678, 0, -2, -3, INT_MIN, INT_MAX, -4, 0, -5);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(called);
    return 0;
}
