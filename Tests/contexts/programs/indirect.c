// the four functions, the trampoline and a context's function are reached by indirect branches
#include "fact.h"
static int (*volatile get)(ucontext_t *) = getcontext;
static int (*volatile set)(const ucontext_t *) = setcontext;
static int (*volatile swap)(ucontext_t *, const ucontext_t *) = swapcontext;
static void (*volatile make)(ucontext_t *, void (*)(void), int, ...) = makecontext;
static ucontext_t caller, callee, once;
static fact_stack stack;
static volatile int turns;
static void function(void)
{
    turns++;
    CHECK(swap(&callee, &caller) == 0);
    turns++;
}
static void leave(void) { exit(0); }
int main(void)
{
    CHECK(get(&callee) == 0);
    callee.uc_stack.ss_sp = stack;
    callee.uc_stack.ss_size = sizeof stack;
    callee.uc_link = &caller;
    make(&callee, function, 0);
    CHECK(swap(&caller, &callee) == 0 && turns == 1);
    CHECK(swap(&caller, &callee) == 0 && turns == 2);
    PREPARE(&once, stack, NULL, leave);
    turns = 0;
    CHECK(getcontext(&caller) == 0);
    if (turns++ < 3)
        set(&caller);
    CHECK(turns == 4);
    set(&once);
    return 1;
}
