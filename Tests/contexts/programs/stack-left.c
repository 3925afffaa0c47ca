// contexts that lie on the stack they leave, with signals raining on both: every resumption is the right one
// stepped: no: too many instructions, or threads
// needs: libc
// reference: no
#include "fact.h"
#include <sys/time.h>
static ucontext_t main_context;
static volatile long signals;
static void handler(int signal)
{
    volatile unsigned char below[4096];
    (void)signal;
    for (size_t i = 0; i < sizeof below; i++)
        below[i] = 0xa5;
    signals++;
}
/// Fills a context below the frame that it resumes, and leaves by it.
static void __attribute__((noinline)) leave(const ucontext_t *to)
{
    ucontext_t copy = *to;
    __asm__ volatile("" : "+m"(copy));
    setcontext(&copy);
    _exit(3);
}
static long __attribute__((noinline)) round_trip(long number)
{
    volatile long before = number * 3, times = 0;
    ucontext_t here;                    // on this stack, above what leave() uses
    CHECK(getcontext(&here) == 0);
    if (times++ == 0)
        leave(&here);
    CHECK(times == 2 && before == number * 3);
    return before;
}
static fact_stack stack;
static void function(void)
{
    ucontext_t mine;                    // the context lives on the stack that it leaves
    for (long number = 0;; number++) {
        CHECK(round_trip(number) == number * 3);
        if (number % 16 == 0) {
            extern ucontext_t *volatile inner;
            inner = &mine;
            CHECK(swapcontext(&mine, &main_context) == 0);
        }
    }
}
ucontext_t *volatile inner;
int main(void)
{
    struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESTART };
    CHECK(sigaction(SIGALRM, &action, NULL) == 0);
    static ucontext_t first;
    PREPARE(&first, stack, NULL, function);
    struct itimerval timer = { { 0, 40 }, { 0, 40 } };
    CHECK(setitimer(ITIMER_REAL, &timer, NULL) == 0);
    inner = &first;
    for (long switches = 0; signals < 5000 || switches < 1000; switches++)
        CHECK(swapcontext(&main_context, inner) == 0);
    return 0;
}
