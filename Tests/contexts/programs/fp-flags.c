// each context has its own FP exception flags
// needs: fp flags
// reference: not loongarch64 sparc64
#include "fact.h"
#include "machine-for.h"
static ucontext_t caller, callee;
static fact_stack stack;
static uint32_t divided, invalid;
static void function(void)
{
    CHECK(fp_flags() == 0);
    fp_raise(0);
    divided = fp_flags();
    CHECK(swapcontext(&callee, &caller) == 0);
    CHECK(fp_flags() == divided);
    fp_clear_flags();
    CHECK(swapcontext(&callee, &caller) == 0);
    CHECK(fp_flags() == 0);
}
int main(void)
{
    fp_clear_flags();
    PREPARE(&callee, stack, &caller, function);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(fp_flags() == 0 && divided != 0);
    fp_raise(1);
    invalid = fp_flags();
    CHECK(invalid != divided);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(fp_flags() == invalid);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(fp_flags() == invalid);
    return 0;
}
