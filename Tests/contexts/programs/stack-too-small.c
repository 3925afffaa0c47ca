// a stack too small for the start of the function is -1 and ENOMEM with nothing switched; on x86_64 an unfilled context is EINVAL
// stepped: no: too many instructions, or threads
// machine: x86_64 aarch64 riscv
// reference: no
#include "fact.h"
#ifndef ENOMEM
#define ENOMEM 12
#define EINVAL 22
#endif
#ifdef __x86_64__
#define SMALLEST(argc) (24 + 8 * ((argc) ? 4 : 0))
#else
#define SMALLEST(argc) (16 + sizeof(long) * ((argc) ? 2 : 0))
#endif
static ucontext_t caller, callee, empty;
static unsigned char memory[65536] __attribute__((aligned(16)));
static volatile int ran;
static void function(void) { ran++; }
static void prepare(size_t size, int argc)
{
    CHECK(getcontext(&callee) == 0);
    callee.uc_stack.ss_sp = memory + 256;
    callee.uc_stack.ss_size = size;
    callee.uc_link = &caller;
    makecontext(&callee, function, argc, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}
int main(void)
{
    mask_become(SIGNAL_BIT(SIGUSR1));
    memset(memory, 0x5a, sizeof memory);
    for (int argc = 0; argc <= 10; argc += 10)
        for (size_t size = 0; size < SMALLEST(argc); size++) {
            prepare(size, argc);
            mask_become(SIGNAL_BIT(SIGUSR2) | SIGNAL_BIT(REAL_TIME));
            errno = 0;
            CHECK(swapcontext(&caller, &callee) == -1 && errno == ENOMEM);
            errno = 0;
            CHECK(setcontext(&callee) == -1 && errno == ENOMEM);
            CHECK(mask_now() == (SIGNAL_BIT(SIGUSR2) | SIGNAL_BIT(REAL_TIME)));
            for (size_t byte = 0; byte < 1024; byte++)
                CHECK(memory[byte] == 0x5a);
        }
    // A larger stack for the same context, without another getcontext.
    callee.uc_stack.ss_size = sizeof memory - 256;
    makecontext(&callee, function, 0);
    CHECK(swapcontext(&caller, &callee) == 0 && ran == 1);
#ifdef __x86_64__
    errno = 0;
    CHECK(swapcontext(&caller, &empty) == -1 && errno == EINVAL);
#endif
    (void)empty;
    return 0;
}
