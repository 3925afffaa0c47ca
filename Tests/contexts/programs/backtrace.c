// a backtrace from inside a context ends at the trampoline
// needs: libc unwinder
#include "fact.h"
#include <unwind.h>
static ucontext_t caller, callee;
static fact_stack stack;
static int frames;
static _Unwind_Reason_Code count(struct _Unwind_Context *context, void *unused)
{
    (void)context, (void)unused;
    return ++frames < 100 ? _URC_NO_REASON : _URC_NORMAL_STOP;
}
static void __attribute__((noinline)) deep(int depth)
{
    if (depth)
        deep(depth - 1);
    else
        CHECK(_Unwind_Backtrace(count, NULL) == _URC_END_OF_STACK);
    __asm__ volatile("");
}
static void function(void)
{
    deep(3);
    __asm__ volatile("");
}
int main(void)
{
    PREPARE(&callee, stack, &caller, function);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(frames >= 5 && frames <= 7);
    return 0;
}
