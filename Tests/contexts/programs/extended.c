// an extended context carries every register with it, vectors included; mixed with the ordinary functions it stays safe
// needs: libc extended
// machine: x86_64
// flags: -mno-red-zone
#include "fact.h"
#include <glibc-compat/ucontext_extd.h>
#include "all-registers.h"
static ucontext_t *caller, *callee, plain;
static fact_stack stack;
static int wide;

// Loads eight vectors with `value`, switches, and says whether they are the same afterwards.
static int switch_with(float value, ucontext_t *from, ucontext_t *to)
{
    float after[3][16] __attribute__((aligned(64)));
    long result = 0;
    register ucontext_t *first __asm__("rdi") = from;
    register long flags __asm__("rsi") = 0;
    register ucontext_t *second __asm__("rdx") = to;
    if (wide)
        __asm__ volatile("vbroadcastss %5, %%zmm0\n\tvmovaps %%zmm0, %%zmm7\n\tvmovaps %%zmm0, %%zmm31\n\tcall swapcontext_extd\n\t"
                         "vmovaps %%zmm0, %4\n\tvmovaps %%zmm7, 64%4\n\tvmovaps %%zmm31, 128%4"
                         : "=a"(result), "+r"(first), "+r"(flags), "+r"(second), "=o"(after)
                         : "x"(value) : "rcx", "r8", "r9", "r10", "r11", "memory", "cc", "xmm7");
    else
        __asm__ volatile("shufps $0, %5, %5\n\tmovaps %5, %%xmm7\n\tcall swapcontext_extd\n\tmovaps %%xmm7, %4"
                         : "=a"(result), "+r"(first), "+r"(flags), "+r"(second), "=o"(after)
                         : "x"(value) : "rcx", "r8", "r9", "r10", "r11", "memory", "cc", "xmm7");
    CHECK(result == 0);
    for (int i = 0; i < (wide ? 48 : 4); i++)
        if (after[0][i] != value)
            return 0;
    return 1;
}
static void function(void)
{
    for (int i = 0; i < 3; i++)
        CHECK(switch_with(2.5f + i, callee, caller));
    CHECK(swapcontext(callee, caller) == 0);    // now ordinary
    CHECK(switch_with(9.25f, callee, caller));
}
int main(void)
{
    wide = has_wide_vectors();
    errno = 0;
    CHECK(!ucontext_alloc(1) && errno == EINVAL);
    caller = ucontext_alloc(0);
    callee = ucontext_alloc(0);
    CHECK(caller && callee);
    errno = 0;
    CHECK(getcontext_extd(callee, 4) == -1 && errno == EINVAL);
    errno = 0;
    CHECK(swapcontext_extd(callee, 4, caller) == -1 && errno == EINVAL);
    CHECK(getcontext_extd(callee, 0) == 0);
    callee->uc_stack.ss_sp = stack;
    callee->uc_stack.ss_size = sizeof stack;
    callee->uc_link = caller;
    makecontext(callee, function, 0);
    for (int i = 0; i < 3; i++)
        CHECK(switch_with(1.5f * i, caller, callee));
    CHECK(swapcontext(caller, callee) == 0);    // to an extended one from an ordinary
    CHECK(swapcontext_extd(caller, 0, callee) == 0);
    CHECK(switch_with(7.5f, caller, callee));   // its function ends, and uc_link resumes all of it
    // A zeroed context is filled as by getcontext; a copy of an extended one still finds its state in the original.
    volatile int times = 0;
    CHECK(getcontext_extd(&plain, 0) == 0);
    if (times++ < 2)
        CHECK(setcontext(&plain) == 0);
    CHECK(times == 3 && plain.uc_mcontext.fpregs == &plain.__fpregs_mem);
    times = 0;
    CHECK(getcontext_extd(caller, 0) == 0);
    ucontext_t copy = *caller;
    if (times++ < 2)
        setcontext(&copy);
    CHECK(times == 3);
    ucontext_free(NULL);
    ucontext_free(caller);
    ucontext_free(callee);
    return 0;
}
