// or1k's functions for the structure without fpcsr keep the mask 4 bytes lower, and change nothing behind it
// needs: mask
// machine: or1k
// flags: build/or1k/contexts/versioned/getcontext.o build/or1k/contexts/versioned/setcontext.o build/or1k/contexts/versioned/swapcontext.o
#include "fact.h"
int __glibc_compat_local_getcontext_2_35(void *) __attribute__((returns_twice));
int __glibc_compat_local_setcontext_2_35(const void *);
int __glibc_compat_local_swapcontext_2_35(void *, const void *);
enum { OLD_SIZE = 284, OLD_MASK = 156, MASK_BYTES = 8 };
static unsigned char first[OLD_SIZE + 16] __attribute__((aligned(8))), second[OLD_SIZE + 16] __attribute__((aligned(8)));
static volatile int passes;
int main(void)
{
    const uint64_t mask = SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME);
    memset(first, 0x5a, sizeof first);
    memset(second, 0x5a, sizeof second);
    mask_become(mask);
    CHECK(__glibc_compat_local_getcontext_2_35(first) == 0);
    CHECK(mask_now() == mask);
    for (int byte = OLD_MASK + MASK_BYTES; byte < (int)sizeof first; byte++)
        CHECK(first[byte] == 0x5a);
    if (passes++ == 0) {
        mask_become(0);
        __glibc_compat_local_setcontext_2_35(first);
    }
    if (passes == 2) {
        mask_become(SIGNAL_BIT(SIGUSR2));
        __glibc_compat_local_swapcontext_2_35(second, first);
    }
    CHECK(passes == 3 && memcmp(second + OLD_MASK, first + OLD_MASK, MASK_BYTES) != 0);
    return 0;
}
