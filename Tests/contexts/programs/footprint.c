// getcontext writes the bytes that glibc's own writes, with the values that it writes, and no others
// shadow stacks: no: glibc has no record of them here
// needs: libc glibc mask
// flags: -O0 -fPIC
#include "fact.h"
#include "machine-for.h"
#include <dlfcn.h>
// Nothing that differs between the two calls is in a register: all of it is volatile.
// At a multiple of 16: ppc puts the registers at one, in the kernel and here, but QEMU takes the place as it is.
static ucontext_t stored[2], context __attribute__((aligned(16)));
static int (*volatile function[2])(void *);
static volatile int which, fill;
static void __attribute__((noinline)) call(void)
{
    memset(&context, fill, sizeof context);
    fp_reset();
    fp_set_control(2);
    function_call(function[which], &context);
}
int main(void)
{
    void *libc = dlopen(FOOTPRINT_LIBC, RTLD_NOW);
    CHECK(libc);
    function[0] = (int (*)(void *))getcontext;
    function[1] = (int (*)(void *))dlsym(libc, "getcontext");
    CHECK(function[1]);
    mask_become(SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(REAL_TIME));
    for (fill = 0x5a; fill <= 0xa5; fill += 0x4b) {
        for (which = 0; which < 2; which++) {
            call();
            stored[which] = context;
        }
        for (size_t byte = 0; byte < sizeof context; byte++)
            if (!FOOTPRINT_IGNORES(byte) && ((unsigned char *)&stored[0])[byte] != ((unsigned char *)&stored[1])[byte]) {
                char line[] = "byte 0000 differs from glibc's\n";
                for (int digit = 8, rest = byte; digit > 4; digit--, rest /= 10)
                    line[digit] = '0' + rest % 10;
                fact_fails(line);
            }
    }
    return 0;
}
