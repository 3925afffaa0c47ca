// a context without uc_link that ends, ends the process with status 0
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static void function(void) {}
int main(void)
{
    PREPARE(&callee, stack, NULL, function);
    swapcontext(&caller, &callee);
    return 1;
}
