// a backtrace from inside a context ends at the trampoline
// needs: libc unwinder
// reference: not sh ppc
#include "fact.h"
#include <unwind.h>
#ifdef __ARM_EABI_UNWINDER__	// Arm's own, which says at the end of a stack what it also says of a broken one
#define ENDED  _URC_FAILURE
#define ENOUGH _URC_END_OF_STACK
#else
#define ENDED  _URC_END_OF_STACK
#define ENOUGH _URC_NORMAL_STOP
#endif
static ucontext_t caller, callee;
static fact_stack stack;
static int frames;
static _Unwind_Reason_Code count(struct _Unwind_Context *context, void *unused)
{
    (void)context, (void)unused;
    return ++frames < 100 ? _URC_NO_REASON : ENOUGH;
}
static void __attribute__((noinline)) deep(int depth)
{
    if (depth)
        deep(depth - 1);
    else
        CHECK(_Unwind_Backtrace(count, NULL) == ENDED);
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
