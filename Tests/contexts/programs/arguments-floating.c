// floating-point arguments arrive, where glibc's makecontext passes them
// machine: alpha
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static int called;
static void function(double a, long b, double c, long d, double e, double f, double g, long h)
{
    CHECK(a == 1.5 && b == -2 && c == -3.25 && d == 4 && e == 1e300 && f == -6.5 && g == 7.75 && h == -8);
    called = 1;
}
int main(void)
{
    CHECK(getcontext(&callee) == 0);
    callee.uc_stack.ss_sp = stack;
    callee.uc_stack.ss_size = sizeof stack;
    callee.uc_link = &caller;
    makecontext(&callee, (void (*)(void))function, 8, 1.5, -2L, -3.25, 4L, 1e300, -6.5, 7.75, -8L);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(called);
    return 0;
}
