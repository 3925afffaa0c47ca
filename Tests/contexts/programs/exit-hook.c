// without a libc's exit, the caller's own hook ends the process (FREESTANDING=yes), with status 0 where there is no uc_link
// needs: freestanding
// status: 77
#define FREESTANDING
#define exit freestanding_exit
#include "fact.h"
#undef exit
static ucontext_t caller, callee;
static fact_stack stack;
void libucontext_exit(int status) { _exit(status == 0 ? 77 : 1); }
static void function(void) {}
int main(void)
{
    PREPARE(&callee, stack, NULL, function);
    swapcontext(&caller, &callee);
    return 1;
}
