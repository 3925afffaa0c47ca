// a walk along the frame pointers, as profilers do it, ends where the context began
// machine: x86_64 aarch64
// reference: no
// flags: -fno-omit-frame-pointer -fno-optimize-sibling-calls
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static int frames;
static void __attribute__((noinline)) deep(int depth)
{
    if (depth) {
        deep(depth - 1);
        __asm__ volatile("");
        return;
    }
    uintptr_t *frame = __builtin_frame_address(0);
    for (frames = 0; frame && frames < 100; frames++) {
        CHECK((char *)frame >= stack && (char *)frame < stack + sizeof stack);
        frame = (uintptr_t *)frame[0];
    }
}
static void function(void)
{
    deep(5);
    CHECK(swapcontext(&callee, &caller) == 0);
    deep(5);
    __asm__ volatile("");
}
int main(void)
{
    PREPARE(&callee, stack, &caller, function);
    for (int i = 0; i < 2; i++) {
        frames = 0;
        CHECK(swapcontext(&caller, &callee) == 0);
        CHECK(frames == 7);
    }
    return 0;
}
