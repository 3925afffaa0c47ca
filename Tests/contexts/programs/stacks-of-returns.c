// returns find their way after every kind of switch: what a processor checks that keeps a second stack, of return addresses
// needs: libc mask frames
// reference: no
#include "fact.h"
static ucontext_t mains, coroutine, made, other, again;
static fact_stack stack, other_stack;
static volatile int step, restarts, handled, deep;

/// Calls itself `depth` times, then `function`.
static int __attribute__((noinline)) below(int depth, void (*function)(void))
{
    volatile int here = depth;
    if (depth)
        below(depth - 1, function);
    else
        function();
    return here;
}
static void back_to_again(void) { setcontext(&again); CHECK(0); }
static void to_main(void) { CHECK(swapcontext(&coroutine, &mains) == 0); }
static void nothing(void) {}

/// Out of calls, fewer and more than one instruction can take off a stack, to a context stored above them.
static void out_of_calls(void)
{
    volatile int count = 0;
    CHECK(getcontext(&again) == 0);
    CHECK(below(3, nothing) == 3);      // writes over what lay below
    if (count == 0) {
        count++;
        setcontext(&again);
    } else if (count < 4) {
        count++;
        below(count == 2 ? 5 : count == 3 ? 254 : 300, back_to_again);
    }
    CHECK(count == 4);
}
/// There and back from many calls down, and from the first.
static void turns(void)
{
    for (int i = 0; i < 5; i++) {
        step++;
        CHECK(below(i, to_main) == i);
    }
}
static void start_again(void)
{
    restarts++;
    if (restarts < 4)
        CHECK(below(restarts * 2, to_main) == restarts * 2);
}
/// One context's stack is left by setcontext from another's, and comes back.
static void others(void)
{
    step++;
    setcontext(&coroutine);
}
static void first(void)
{
    CHECK(swapcontext(&coroutine, &other) == 0);
    step++;
}
static void resume(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    handled++;
    setcontext(context);
}
static void leave(int signal)
{
    (void)signal;
    handled++;
    setcontext(&again);
}
static void raise_one(void) { CHECK(kill(getpid(), SIGUSR1) == 0); }
static void handlers(void)
{
    volatile int count = 0;
    struct sigaction action = { .sa_sigaction = resume, .sa_flags = SA_SIGINFO };
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
    for (int i = 0; i < 3; i++)
        CHECK(below(i, raise_one) == i && handled == i + 1);
    action.sa_handler = leave;
    action.sa_flags = 0;
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
    CHECK(getcontext(&again) == 0);
    if (count++ < 3)
        below(count, raise_one);
    CHECK(count == 4 && handled == 6);
}
int main(void)
{
    CHECK(below(2, out_of_calls) == 2);
    PREPARE(&coroutine, stack, &mains, turns);
    for (int i = 0; i <= 5; i++)
        CHECK(swapcontext(&mains, &coroutine) == 0 && step == (i < 5 ? i + 1 : 5));
    // The same start over and over, on a stack that was left in the middle of calls.
    PREPARE(&made, stack, &mains, start_again);
    for (int i = 0; i < 4; i++)
        CHECK(swapcontext(&mains, &made) == 0 && restarts == i + 1);
    PREPARE(&coroutine, stack, &mains, first);
    PREPARE(&other, other_stack, NULL, others);
    CHECK(swapcontext(&mains, &coroutine) == 0 && step == 7);
    CHECK(below(2, handlers) == 2);
    return 0;
}
