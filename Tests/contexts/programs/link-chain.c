// contexts that end continue in uc_link, one after the other
#include "fact.h"
static ucontext_t done, contexts[4];
static fact_stack stacks[4];
static char order[8];
static int count;
static void function(int number) { order[count++] = 'a' + number; }
int main(void)
{
    for (int i = 0; i < 4; i++) {
        CHECK(getcontext(&contexts[i]) == 0);
        contexts[i].uc_stack.ss_sp = stacks[i];
        contexts[i].uc_stack.ss_size = sizeof stacks[i];
        contexts[i].uc_link = i ? &contexts[i - 1] : &done;
        makecontext(&contexts[i], (void (*)(void))function, 1, i);
    }
    CHECK(swapcontext(&done, &contexts[3]) == 0);
    CHECK(count == 4 && memcmp(order, "dcba", 4) == 0);
    return 0;
}
