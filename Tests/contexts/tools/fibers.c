// ThreadSanitizer follows contexts by its fibers: two of them write one variable in turns, without a race.
#include "../harness/fact.h"
void *__tsan_create_fiber(unsigned flags);
void __tsan_switch_to_fiber(void *fiber, unsigned flags);
void *__tsan_get_current_fiber(void);
static ucontext_t caller, callee;
static fact_stack stack;
static void *outer, *inner;
static int shared;
static void function(void)
{
    for (int i = 0; i < 100; i++) {
        shared++;
        __tsan_switch_to_fiber(outer, 0);
        swapcontext(&callee, &caller);
    }
}
int main(void)
{
    outer = __tsan_get_current_fiber();
    inner = __tsan_create_fiber(0);
    PREPARE(&callee, stack, &caller, function);
    for (int i = 0; i < 100; i++) {
        shared++;
        __tsan_switch_to_fiber(inner, 0);
        CHECK(swapcontext(&caller, &callee) == 0);
    }
    CHECK(shared == 200);
    return 0;
}
