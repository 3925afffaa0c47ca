// setcontext sets the mask that getcontext stored
// needs: mask
// reference: not x86 sh m68k
#include "fact.h"
static ucontext_t context;
int main(void)
{
    static volatile int times;
    mask_become(SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME));
    CHECK(getcontext(&context) == 0);
    CHECK(mask_now() == (SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME)));
    if (times++ == 0) {
        mask_become(SIGNAL_BIT(SIGUSR2) | SIGNAL_BIT(45));
        setcontext(&context);
        CHECK(0);
    }
    CHECK(times == 2);
    return 0;
}
