// an extended context carries every register with it, vectors included; mixed with the ordinary functions it stays safe
// needs: libc extended
#include "fact.h"
#include <glibc-compat/ucontext_extd.h>
#include "extended-switch.h"
static ucontext_t *caller, *callee, plain;
static fact_stack stack;

static void function(void)
{
    for (int i = 0; i < 3; i++)
        CHECK(switch_with(2.5f + i, callee, caller));
    CHECK(swapcontext(callee, caller) == 0);    // now ordinary
    CHECK(switch_with(9.25f, callee, caller));
}
int main(void)
{
    errno = 0;
    CHECK(!ucontext_alloc(1) && errno == EINVAL);
    caller = ucontext_alloc(0);
    callee = ucontext_alloc(0);
    CHECK(caller && callee);
    errno = 0;
    CHECK(getcontext_extd(callee, 4) == -1 && errno == EINVAL);
    errno = 0;
    CHECK(swapcontext_extd(callee, 4, caller) == -1 && errno == EINVAL);
    errno = 0;
    CHECK(getcontext_extd((ucontext_t *)16, 0) == -1 && errno == EFAULT);
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
    CHECK(times == 3);
    // One that makecontext had no room for, and then had.
    CHECK(getcontext_extd(callee, 0) == 0);
    callee->uc_stack.ss_size = 8;
    makecontext(callee, function, 0);
    errno = 0;
    CHECK(swapcontext_extd(caller, 0, callee) == -1 && errno == ENOMEM);
    callee->uc_stack.ss_size = sizeof stack;
    makecontext(callee, function, 0);
    CHECK(switch_with(3.25f, caller, callee) && switch_with(4.25f, caller, callee));
    times = 0;
    CHECK(getcontext_extd(caller, 0) == 0);
    ucontext_t copy = *caller;
    if (times++ < 2)
        setcontext(&copy);
    CHECK(times == 3);
    // One that makecontext had no room for, and then had.
    CHECK(getcontext_extd(callee, 0) == 0);
    callee->uc_stack.ss_size = 8;
    makecontext(callee, function, 0);
    errno = 0;
    CHECK(swapcontext_extd(caller, 0, callee) == -1 && errno == ENOMEM);
    callee->uc_stack.ss_size = sizeof stack;
    makecontext(callee, function, 0);
    CHECK(switch_with(3.25f, caller, callee) && switch_with(4.25f, caller, callee));
    ucontext_free(NULL);
    ucontext_free(caller);
    ucontext_free(callee);
    return 0;
}
