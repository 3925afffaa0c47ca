// A checked longjmp goes up the stack and off a signal stack, and aborts where it would enter a frame that has returned.
// flags: -O1 -fno-builtin -Wno-all
#include "check.h"
#include <setjmp.h>
#include <signal.h>
#include <string.h>
extern void __longjmp_chk(jmp_buf, int) __attribute__((noreturn));

static jmp_buf place;
static char alternate[65536];

__attribute__((noinline)) static void deeper(int levels)
{
    volatile char space[256];
    space[0] = 1;
    if (levels)
        deeper(levels - 1);
    else
        __longjmp_chk(place, 3);
    space[1] = space[0];
}

static int up(void)
{
    int got = setjmp(place);
    if (got == 0)
        deeper(10);
    return printf("jumped with %d\n", got);
}

static int zero(void)
{
    int got = setjmp(place);
    if (got == 0)
        __longjmp_chk(place, 0);
    return printf("jumped with %d\n", got);
}

__attribute__((noinline)) static int mark(int levels)
{
    volatile char space[256];
    space[0] = 1;
    int got = levels ? mark(levels - 1) : setjmp(place);
    return space[0] + got;
}

static int into_returned_frame(void)
{
    mark(10);
    __longjmp_chk(place, 1);
}

static void handler(int number) { __longjmp_chk(place, number); }

static int off_signal_stack(void)
{
    stack_t stack = {.ss_sp = alternate, .ss_size = sizeof alternate};
    sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_handler = handler, .sa_flags = SA_ONSTACK};
    sigaction(SIGUSR1, &action, NULL);
    if (setjmp(place) == 0)
        raise(SIGUSR1);
    return puts("left the signal stack");
}

int main(void)
{
    CHECK(up());
    CHECK(zero());
    CHECK(into_returned_frame());
    CHECK(off_signal_stack());
    return 0;
}
