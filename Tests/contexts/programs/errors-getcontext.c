// getcontext into memory that cannot be written is -1 and EFAULT (glibc is killed by SIGSEGV)
// needs: mask
// reference: no
#include "fact.h"
int main(void)
{
    errno = 0;
    CHECK(getcontext((ucontext_t *)16) == -1);
    CHECK(errno == EFAULT);
    errno = 0;
    CHECK(getcontext(NULL) == -1);
    CHECK(errno == EFAULT);
    return 0;
}
