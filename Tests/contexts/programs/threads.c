// contexts run on several threads at once, and one stored on a thread can be resumed on another
// stepped: no: too many instructions, or threads
// needs: libc
#include "fact.h"
#include <pthread.h>
#define THREADS 4
static ucontext_t migrant, home[2];
static fact_stack migrant_stack, stacks[THREADS];
static pthread_t seen[2];
static void wander(void)
{
    seen[0] = pthread_self();
    CHECK(swapcontext(&migrant, &home[0]) == 0);
    seen[1] = pthread_self();
    CHECK(swapcontext(&migrant, &home[1]) == 0);
}
static void *carry(void *number)
{
    CHECK(swapcontext(&home[(long)number], &migrant) == 0);
    return NULL;
}
static void bounce(ucontext_t *mine, ucontext_t *other, int *count)
{
    while (1) {
        ++*count;
        swapcontext(mine, other);
    }
}
static void *work(void *number)
{
    ucontext_t mine, other;
    int count = 0;
    CHECK(getcontext(&other) == 0);
    other.uc_stack.ss_sp = stacks[(long)number];
    other.uc_stack.ss_size = sizeof stacks[0];
    other.uc_link = NULL;
    makecontext(&other, (void (*)(void))bounce, 3, &other, &mine, &count);
    for (int i = 0; i < 20000; i++)
        CHECK(swapcontext(&mine, &other) == 0);
    CHECK(count == 20000);
    return NULL;
}
int main(void)
{
    pthread_t threads[THREADS];
    PREPARE(&migrant, migrant_stack, NULL, wander);
    for (long i = 0; i < 2; i++) {
        CHECK(pthread_create(&threads[i], NULL, carry, (void *)i) == 0);
        CHECK(pthread_join(threads[i], NULL) == 0);
        CHECK(pthread_equal(seen[i], threads[i]));
    }
    for (long i = 0; i < THREADS; i++)
        CHECK(pthread_create(&threads[i], NULL, work, (void *)i) == 0);
    for (int i = 0; i < THREADS; i++)
        CHECK(pthread_join(threads[i], NULL) == 0);
    return 0;
}
