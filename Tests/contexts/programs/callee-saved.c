// a switch keeps every register that a call preserves: enough live values that the compiler uses all of them
// flags: -O2
// reference: not loongarch64 ppc64
#include "fact.h"
#include "machine-for.h"
#ifdef WITHOUT_DOUBLE
typedef unsigned long real_number;
#else
typedef double real_number;
#endif
static ucontext_t caller, callee;
static fact_stack stack;
static volatile unsigned long seed = 0x13579bdf;
static volatile real_number fraction = 0.12347412109375;
#define EACH(DO) DO(0) DO(1) DO(2) DO(3) DO(4) DO(5) DO(6) DO(7) DO(8) DO(9) DO(10) DO(11) DO(12) DO(13) DO(14) DO(15) DO(16) \
    DO(17) DO(18) DO(19) DO(20) DO(21) DO(22) DO(23)
#define TAKE(i)   unsigned long word##i = seed + i + salt; real_number real##i = fraction * (i + 1) + salt;
#define USE(i)    __asm__ volatile("" : "+r"(word##i));
#define VERIFY(i) CHECK(word##i == seed + i + salt); CHECK(real##i == fraction * (i + 1) + salt);
static void __attribute__((noinline)) exercise(int salt, ucontext_t *mine, ucontext_t *other)
{
    for (int round = 0; round < 3; round++) {
        EACH(TAKE)
        EACH(USE)
        CHECK(swapcontext(mine, other) == 0);
        EACH(VERIFY)
    }
}
static void function(void)
{
    exercise(OFTEN(1000), &callee, &caller);
}
int main(void)
{
    PREPARE(&callee, stack, &caller, function);
    exercise(77, &caller, &callee);
    return 0;
}
