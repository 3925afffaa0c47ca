// a handler that runs between any two instructions of a switch may put another mask into its frame: the next context has that mask
// stepped: no: steps itself
// needs: libc mask
// machine: x86_64
#include "fact.h"
#include "kernel-mask.h"
static ucontext_t caller, callee, again, seen;
static fact_stack stack;
static volatile int steps, at;
static const uint64_t other = SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME);
static void step(int signal, siginfo_t *info, void *frame)
{
    (void)signal, (void)info;
    if (++steps == at) {
        *(uint64_t *)&((ucontext_t *)frame)->uc_sigmask = other;
        ((ucontext_t *)frame)->uc_mcontext.gregs[REG_EFL] &= ~0x100; // nothing comes after it
    }
}
static void trap(int on)
{
    __asm__ volatile("pushfq\n\tandq $~0x100,(%%rsp)\n\torq %0,(%%rsp)\n\tpopfq" :: "r"(on ? 0x100ul : 0ul) : "memory", "cc");
}
static void function(void)
{
    for (;;)
        swapcontext(&callee, &caller);
}
static void compare(void)
{
    CHECK(getcontext(&seen) == 0);
    CHECK((*(uint64_t *)&seen.uc_sigmask & ~LIBC_SIGNALS) == kernel_mask());
}
int main(void)
{
    struct sigaction action = { .sa_sigaction = step, .sa_flags = SA_SIGINFO };
    CHECK(sigaction(SIGTRAP, &action, NULL) == 0);
    mask_become(SIGNAL_BIT(SIGTERM));
    PREPARE(&callee, stack, &caller, function);
    int longest = 0;
    for (at = 1; at <= longest + 2; at++) {
        for (int which = 0; which < 3; which++) {
            mask_become(at % 2 ? 0 : SIGNAL_BIT(SIGTERM));
            compare();
            steps = 0;
            volatile int first = 1;
            if (which == 2)
                CHECK(getcontext(&again) == 0);
            if (first) {
                first = 0;
                trap(1);
                if (which == 0)
                    getcontext(&seen);
                else if (which == 1)
                    swapcontext(&caller, &callee);
                else
                    setcontext(&again);
            }
            trap(0);
            if (steps > longest)
                longest = steps;
            compare();
            compare();
        }
    }
    CHECK(longest > 60);
    return 0;
}
