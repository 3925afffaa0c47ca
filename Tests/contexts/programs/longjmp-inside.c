// setjmp and longjmp within a context
// shadow stacks: no: glibc's longjmp must know of them
// needs: libc
#include "fact.h"
#include <setjmp.h>
static ucontext_t caller, callee;
static fact_stack stack;
static jmp_buf buffer;
static volatile int jumps;
static void jump(void) { longjmp(buffer, 1 + jumps); }
static void function(void)
{
    setjmp(buffer);
    if (jumps++ < 5)
        jump();
    CHECK(swapcontext(&callee, &caller) == 0);
    jumps = 100;
}
int main(void)
{
    PREPARE(&callee, stack, &caller, function);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(jumps == 6);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(jumps == 100);
    return 0;
}
