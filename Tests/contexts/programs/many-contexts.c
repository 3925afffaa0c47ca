// a thousand contexts (fewer where each instruction is stepped) take turns a hundred times each
#include "fact.h"
#define CONTEXTS OFTEN(1000)
static ucontext_t scheduler, contexts[CONTEXTS];
static char stacks[CONTEXTS][16384] __attribute__((aligned(16)));
static int turns[CONTEXTS];
static void function(int number)
{
    volatile int mine = number;
    for (int i = 0; i < 100; i++) {
        CHECK(mine == number);
        turns[number]++;
        CHECK(swapcontext(&contexts[number], &scheduler) == 0);
    }
}
int main(void)
{
    for (int i = 0; i < CONTEXTS; i++) {
        CHECK(getcontext(&contexts[i]) == 0);
        contexts[i].uc_stack.ss_sp = stacks[i];
        contexts[i].uc_stack.ss_size = sizeof stacks[i];
        contexts[i].uc_link = &scheduler;
        makecontext(&contexts[i], (void (*)(void))function, 1, i);
    }
    for (int round = 0; round <= 100; round++)
        for (int i = 0; i < CONTEXTS; i++)
            CHECK(swapcontext(&scheduler, &contexts[i]) == 0);
    for (int i = 0; i < CONTEXTS; i++)
        CHECK(turns[i] == 100);
    return 0;
}
