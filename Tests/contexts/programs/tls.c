// thread-local variables stay the thread's own when a context moves between threads
// needs: libc
#include "fact.h"
#include <pthread.h>
static __thread int local;
static ucontext_t migrant, home[2];
static fact_stack stack;
static int observed[2];
static int __attribute__((noinline)) value(void) { __asm__ volatile("" ::: "memory"); return local; }
static void wander(void)
{
    observed[0] = value();
    CHECK(swapcontext(&migrant, &home[0]) == 0);
    observed[1] = value();
    CHECK(swapcontext(&migrant, &home[1]) == 0);
}
static void *carry(void *number)
{
    local = 10 + (long)number;
    CHECK(swapcontext(&home[(long)number], &migrant) == 0);
    CHECK(local == 10 + (long)number);
    return NULL;
}
int main(void)
{
    pthread_t thread;
    PREPARE(&migrant, stack, NULL, wander);
    for (long i = 0; i < 2; i++) {
        CHECK(pthread_create(&thread, NULL, carry, (void *)i) == 0);
        CHECK(pthread_join(thread, NULL) == 0);
        CHECK(observed[i] == 10 + i);
    }
    return 0;
}
