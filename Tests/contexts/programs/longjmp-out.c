// longjmp out of a context onto the stack of its creator
// shadow stacks: no: glibc's longjmp must know of them
// needs: libc
#include "fact.h"
#include <setjmp.h>
static ucontext_t caller, callee;
static fact_stack stack;
static jmp_buf buffer;
static void function(void) { longjmp(buffer, 7); }
int main(void)
{
    for (volatile int i = 0; i < 10; i++) {
        PREPARE(&callee, stack, &caller, function);
        int result = setjmp(buffer);
        if (!result) {
            swapcontext(&caller, &callee);
            CHECK(0);
        }
        CHECK(result == 7);
    }
    return 0;
}
