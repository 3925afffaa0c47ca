// the process that ends with its context flushes stdio and runs atexit handlers, on an aligned stack
// needs: libc
// output: flushed, aligned
#include "fact.h"
#include "machine-for.h"
#include <stdio.h>
static ucontext_t caller, callee;
static fact_stack stack;
static void __attribute__((noinline)) handler(void)
{
    printf(", %s", (unsigned long)__builtin_dwarf_cfa() % STACK_ALIGNMENT == 0 ? "aligned" : "misaligned");
}
static void function(void) { printf("flushed"); }
int main(void)
{
    atexit(handler);
    PREPARE(&callee, stack, NULL, function);
    swapcontext(&caller, &callee);
    return 1;
}
