// Two coroutines on mapped stacks, far from each other, take turns; each builds a list on the heap, and all of it is freed.
#include "../harness/fact.h"
#ifndef NOT_TOLD
#include <glibc-compat/ucontext-tools.h>
#else
#define GLIBC_COMPAT_STACK_REGISTER(stack, size) 0u
#define GLIBC_COMPAT_STACK_DEREGISTER(id)        ((void)(id))
#endif
#define SIZE (64 << 20)
struct item { struct item *next; int value; };
static ucontext_t caller, callees[2];
static struct item *lists[2];
static void function(int number)
{
    for (int i = 0; i < 100; i++) {
        struct item *item = malloc(sizeof *item);
        *item = (struct item) { lists[number], i };
        lists[number] = item;
        CHECK(swapcontext(&callees[number], &caller) == 0);
    }
}
int main(void)
{
    unsigned ids[2];
    char *stacks[2];
    for (int i = 0; i < 2; i++) {
        stacks[i] = mmap(NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        ids[i] = GLIBC_COMPAT_STACK_REGISTER(stacks[i], SIZE);
        CHECK(getcontext(&callees[i]) == 0);
        callees[i].uc_stack.ss_sp = stacks[i];
        callees[i].uc_stack.ss_size = SIZE;
        callees[i].uc_link = &caller;
        makecontext(&callees[i], (void (*)(void))function, 1, i);
    }
    for (int round = 0; round <= 100; round++)
        for (int i = 0; i < 2; i++)
            CHECK(swapcontext(&caller, &callees[i]) == 0);
    int sum = 0;
    for (int i = 0; i < 2; i++) {
        for (struct item *item = lists[i], *next; item; item = next) {
            next = item->next;
            sum += item->value;
            free(item);
        }
        GLIBC_COMPAT_STACK_DEREGISTER(ids[i]);
        munmap(stacks[i], SIZE);
    }
    CHECK(sum == 2 * 4950);
    return 0;
}
