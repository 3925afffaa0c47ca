// a context that cannot be read is -1 and EFAULT, with nothing switched
// needs: mask
// reference: not aarch64 arm s390x ppc64 alpha hppa sparc64 sh ppc
#include "fact.h"
static ucontext_t context;
int main(void)
{
    const uint64_t mask = SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME);
    mask_become(mask);
    errno = 0;
    CHECK(setcontext((ucontext_t *)16) == -1);
    CHECK(errno == EFAULT && mask_now() == mask);
    errno = 0;
    CHECK(swapcontext(&context, (ucontext_t *)16) == -1);
    CHECK(errno == EFAULT && mask_now() == mask);
    errno = 0;
    CHECK(swapcontext(&context, NULL) == -1);
    CHECK(errno == EFAULT && mask_now() == mask);
    return 0;
}
