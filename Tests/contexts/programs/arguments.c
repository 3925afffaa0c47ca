// makecontext passes 0 to 20 word-sized arguments
#include "fact.h"
static ucontext_t caller, callee;
static fact_stack stack;
static int expected, calls;
static unsigned long value(int i) { return (unsigned long)0x8f1e2d3c4b5a6978ull * (unsigned long)(2 * i + 1) + (unsigned long)i; }
static void function(unsigned long a0, unsigned long a1, unsigned long a2, unsigned long a3, unsigned long a4, unsigned long a5,
                     unsigned long a6, unsigned long a7, unsigned long a8, unsigned long a9, unsigned long a10, unsigned long a11,
                     unsigned long a12, unsigned long a13, unsigned long a14, unsigned long a15, unsigned long a16,
                     unsigned long a17, unsigned long a18, unsigned long a19)
{
    unsigned long got[] = { a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11, a12, a13, a14, a15, a16, a17, a18, a19 };
    for (int i = 0; i < expected; i++)
        CHECK(got[i] == value(i));
    calls++;
}
#define V(i) value(i)
#define MAKE(n, ...) \
    CHECK(getcontext(&callee) == 0); \
    callee.uc_stack.ss_sp = stack; \
    callee.uc_stack.ss_size = sizeof stack; \
    callee.uc_link = &caller; \
    memset(stack, 0xee, sizeof stack); \
    makecontext(&callee, (void (*)(void))function, n __VA_OPT__(,) __VA_ARGS__); \
    expected = n; \
    CHECK(swapcontext(&caller, &callee) == 0)
int main(void)
{
    MAKE(0);
    MAKE(1, V(0));
    MAKE(2, V(0), V(1));
    MAKE(3, V(0), V(1), V(2));
    MAKE(4, V(0), V(1), V(2), V(3));
    MAKE(5, V(0), V(1), V(2), V(3), V(4));
    MAKE(6, V(0), V(1), V(2), V(3), V(4), V(5));
    MAKE(7, V(0), V(1), V(2), V(3), V(4), V(5), V(6));
    MAKE(8, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7));
    MAKE(9, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8));
    MAKE(10, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9));
    MAKE(11, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10));
    MAKE(12, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11));
    MAKE(13, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12));
    MAKE(14, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12), V(13));
    MAKE(15, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12), V(13), V(14));
    MAKE(16, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12), V(13), V(14), V(15));
    MAKE(17, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12), V(13), V(14), V(15), V(16));
    MAKE(18, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12), V(13), V(14), V(15), V(16), V(17));
    MAKE(19, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12), V(13), V(14), V(15), V(16), V(17),
         V(18));
    MAKE(20, V(0), V(1), V(2), V(3), V(4), V(5), V(6), V(7), V(8), V(9), V(10), V(11), V(12), V(13), V(14), V(15), V(16), V(17),
         V(18), V(19));
    CHECK(calls == 21);
    return 0;
}
