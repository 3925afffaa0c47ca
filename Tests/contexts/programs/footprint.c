// getcontext writes the bytes that glibc's own writes, with the values that it writes, and no others
// needs: libc glibc mask
#include "fact.h"
#include "machine-for.h"
#include <dlfcn.h>
static ucontext_t ours, theirs, context;
static void call(int (*function)(void *), unsigned char fill, ucontext_t *copy)
{
    memset(&context, fill, sizeof context);
    function_call(function, &context);
    *copy = context;
}
int main(void)
{
    void *libc = dlopen(FOOTPRINT_LIBC, RTLD_NOW);
    CHECK(libc);
    int (*function[2])(void *) = { (int (*)(void *))getcontext, (int (*)(void *))dlsym(libc, "getcontext") };
    CHECK(function[1]);
    mask_become(SIGNAL_BIT(SIGUSR1) | SIGNAL_BIT(SIGRTMAX));
    for (int fill = 0x5a; fill <= 0xa5; fill += 0x4b)
        for (int i = 0; i < 2; i++) {
            fp_reset();
            fp_set_control(2);
            call(function[i], fill, i ? &theirs : &ours);
            if (i)
                for (size_t byte = 0; byte < sizeof ours; byte++)
                    if (((unsigned char *)&ours)[byte] != ((unsigned char *)&theirs)[byte]) {
                        char line[] = "byte 0000 differs from glibc's\n";
                        for (int digit = 8, rest = byte; digit > 4; digit--, rest /= 10)
                            line[digit] = '0' + rest % 10;
                        fact_fails(line);
                    }
        }
    return 0;
}
