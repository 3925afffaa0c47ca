// a context without uc_link that ends on another thread ends the whole process with status 0
// needs: libc
#include "fact.h"
#include <pthread.h>
static ucontext_t caller, callee;
static fact_stack stack;
static void function(void) {}
static void *thread(void *unused)
{
    PREPARE(&callee, stack, NULL, function);
    swapcontext(&caller, &callee);
    return unused;
}
int main(void)
{
    pthread_t id;
    CHECK(pthread_create(&id, NULL, thread, NULL) == 0);
    pthread_join(id, NULL);
    return 1;
}
