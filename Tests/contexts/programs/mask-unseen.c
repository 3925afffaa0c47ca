// where the mask is known no system call is made: a mask that was set behind the library's back, by an instruction, stays
// needs: libc elide
// machine: x86_64 aarch64 riscv
#include "fact.h"
#include "kernel-mask.h"
static ucontext_t caller, callee, again;
static fact_stack stack;
static volatile int turns;
static volatile uint64_t of_function;
static const uint64_t unseen = SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME);
static void function(void)
{
    for (;;) {
        turns++;
        of_function = kernel_mask();
        CHECK(swapcontext(&callee, &caller) == 0);
    }
}
int main(void)
{
    PREPARE(&callee, stack, &caller, function);
    CHECK(swapcontext(&caller, &callee) == 0);
    uint64_t before = kernel_mask();
    CHECK(before == 0);
    kernel_set_mask(unseen);
    for (int i = 0; i < 100; i++) {
        CHECK(swapcontext(&caller, &callee) == 0 && kernel_mask() == unseen);
        volatile int first = 1;
        CHECK(getcontext(&again) == 0 && kernel_mask() == unseen && *(uint64_t *)&again.uc_sigmask == before);
        if (first) {
            first = 0;
            setcontext(&again);
        }
        CHECK(kernel_mask() == unseen && of_function == unseen);
    }
    CHECK(turns == 101);
    // What the library sees ends it.
    mask_become(before);
    kernel_set_mask(unseen);
    CHECK(swapcontext(&caller, &callee) == 0 && of_function == before && *(uint64_t *)&caller.uc_sigmask == unseen && kernel_mask() == unseen);
    return 0;
}
