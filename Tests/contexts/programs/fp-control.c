// each context has its own FP control words
// needs: fp
// reference: not loongarch64 sparc64 x86
#include "fact.h"
#include "machine-for.h"
static ucontext_t caller, callee;
static fact_stack stack;
static uint32_t inner_start;
static void function(void)
{
    CHECK(fp_control() == inner_start);
    for (int i = 0; i < FP_CONTROLS; i++) {
        fp_set_control(i);
        uint32_t mine = fp_control();
        CHECK(swapcontext(&callee, &caller) == 0);
        CHECK(fp_control() == mine);
    }
}
int main(void)
{
    fp_set_control(1);
    inner_start = fp_control();
    PREPARE(&callee, stack, &caller, function);
    for (int i = 0; i <= FP_CONTROLS; i++) {
        fp_set_control(FP_CONTROLS - 1 - i % FP_CONTROLS);
        uint32_t mine = fp_control();
        CHECK(swapcontext(&caller, &callee) == 0);
        CHECK(fp_control() == mine);
    }
    fp_set_control(0);
    return 0;
}
