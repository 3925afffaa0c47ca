// makecontext writes nothing outside the given stack
// stepped: no: too many instructions, or threads
// reference: not arm
#include "fact.h"
static ucontext_t caller, callee;
static char area[3 * 65536] __attribute__((aligned(16)));
// Arguments that came in registers are put into memory, which in some psABIs is the caller's: room above the stack pointer.
static void function(long a, long b, long c, long d, long e, long f, long g, long h)
{
    __asm__ volatile("" : "+m"(a), "+m"(b), "+m"(c), "+m"(d) : "m"(e), "m"(f), "m"(g), "m"(h));
}
int main(void)
{
    char *stack = area + 65536;
    for (int cut = 0; cut < 16; cut++)
        for (int words = 0; words <= 12; words++) {
            memset(area, 0x5a, sizeof area);
            CHECK(getcontext(&callee) == 0);
            callee.uc_stack.ss_sp = stack + cut;
            callee.uc_stack.ss_size = 65536 - 2 * cut;
            callee.uc_link = &caller;
            makecontext(&callee, (void (*)(void))function, words, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L);
            CHECK(swapcontext(&caller, &callee) == 0);
            for (long i = 0; i < 65536 + cut; i++)
                CHECK(area[i] == 0x5a);
            for (long i = 2 * 65536 - cut; i < (long)sizeof area; i++)
                CHECK(area[i] == 0x5a);
            if (words && words != 1 && words != 12)
                words += 3;
        }
    return 0;
}
