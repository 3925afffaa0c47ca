// success leaves errno alone
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static void function(void) { CHECK(errno == 4321); }
int main(void)
{
    errno = 4321;
    PREPARE(&callee, stack, &caller, function);
    CHECK(errno == 4321);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(errno == 4321);
    return 0;
}
