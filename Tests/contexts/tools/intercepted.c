// Under AddressSanitizer the program's swapcontext is the interceptor, and what that calls is the preloaded library's.
#include "../harness/fact.h"
#include <dlfcn.h>
static ucontext_t caller, callee;
static fact_stack stack;
static volatile int sum;
static void function(void)
{
    volatile char local[256];
    for (int i = 0; i < 256; i++)
        local[i] = i % 100;
    sum += local[99];
    swapcontext(&callee, &caller);
    sum += local[98];
}
static int from(void *address, const char *name)
{
    Dl_info info;
    return dladdr(address, &info) && strstr(info.dli_fname, name);
}
int main(void)
{
    CHECK(from(dlsym(RTLD_NEXT, "swapcontext"), "libglibc-ucontext") && !from((void *)swapcontext, "libglibc-ucontext"));
    for (int i = 0; i < 100; i++) {
        PREPARE(&callee, stack, &caller, function);
        CHECK(swapcontext(&caller, &callee) == 0);
        CHECK(swapcontext(&caller, &callee) == 0);
    }
    CHECK(sum == 100 * (99 + 98));
    return 0;
}
