// What the stepper steps through: every path of the context functions, in functions whose names it knows.
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static void __attribute__((noinline)) in_context(void)
{
    swapcontext(&callee, &caller);
    __asm__ volatile("" ::: "memory");
}
static void __attribute__((noinline)) on_main(void)
{
    getcontext(&callee);
    callee.uc_stack.ss_sp = stack;
    callee.uc_stack.ss_size = sizeof stack;
    callee.uc_link = &caller;
    makecontext(&callee, in_context, 0);
    swapcontext(&caller, &callee);
    swapcontext(&caller, &callee);
    setcontext((ucontext_t *)16);
    getcontext((ucontext_t *)16);
    swapcontext(&caller, (ucontext_t *)16);
    __asm__ volatile("" ::: "memory");
}
int main(void)
{
    on_main();
    __asm__ volatile("" ::: "memory");
    return 0;
}
