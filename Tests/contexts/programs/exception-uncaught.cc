// an exception that nobody in the context catches calls terminate, as on any thread's first frame
// shadow stacks: no: the unwinder must know of them
// needs: libc unwinder c++
// status: 42
// reference: not sh
#include "fact.h"
#include <exception>
static ucontext_t caller, callee;
static fact_stack stack;
static void function() { throw 1; }
int main()
{
    std::set_terminate([] { _exit(42); });
    PREPARE(&callee, stack, &caller, function);
    swapcontext(&caller, &callee);
    return 1;
}
