// a context whose uc_link cannot be resumed ends the process with status 255
// needs: mask
// status: 255
// reference: not aarch64 arm or1k s390x alpha hppa sparc64 ppc64
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static void function(void) {}
int main(void)
{
    PREPARE(&callee, stack, (ucontext_t *)16, function);
    swapcontext(&caller, &callee);
    return 1;
}
