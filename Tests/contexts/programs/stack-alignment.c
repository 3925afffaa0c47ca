// the function starts on a stack aligned as the psABI says, whatever the stack's size and the number of arguments
// reference: not alpha arm m68k
#include "fact.h"
#include "machine-for.h"
static ucontext_t caller, callee;
static fact_stack stack;
static unsigned long cfa;
static void __attribute__((noinline)) function(void) { cfa = (unsigned long)__builtin_dwarf_cfa(); }
int main(void)
{
    for (int cut = 0; cut < 16; cut++)
        for (int words = 0; words <= 12; words++) {
            CHECK(getcontext(&callee) == 0);
            callee.uc_stack.ss_sp = stack;
            callee.uc_stack.ss_size = sizeof stack - cut;
            callee.uc_link = &caller;
            makecontext(&callee, function, words, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
            CHECK(swapcontext(&caller, &callee) == 0);
            CHECK(cfa % STACK_ALIGNMENT == 0);
            CHECK(cfa > (unsigned long)stack && cfa <= (unsigned long)stack + sizeof stack - cut);
        }
    return 0;
}
