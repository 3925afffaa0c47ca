// in the steady state no system call is made for the mask: a filter lets it fail, and nothing does
// needs: libc elide
// emulator: not any QEMU has no seccomp filters (mask-unseen shows the same)
#include "fact.h"
#include <sys/prctl.h>
#include <sys/syscall.h>
// The kernel's <linux/filter.h> and <linux/seccomp.h>, which not every libc's headers come with.
struct filter { uint16_t code; uint8_t yes, no; uint32_t value; };
struct program { unsigned short length; struct filter *code; };
enum { LOAD_WORD = 0x20, JUMP_IF_EQUAL = 0x15, RETURN = 0x06, ALLOW = 0x7fff0000, FAIL = 0x00050000, FILTER = 2 };
static ucontext_t caller, callee, again;
static fact_stack stack;
static volatile int turns;
static void function(void)
{
    for (;;) {
        turns++;
        CHECK(swapcontext(&callee, &caller) == 0);
    }
}
int main(void)
{
    struct filter code[] = {
        { LOAD_WORD, 0, 0, 0 }, { JUMP_IF_EQUAL, 0, 1, SYS_rt_sigprocmask }, { RETURN, 0, 0, FAIL | EPERM }, { RETURN, 0, 0, ALLOW }
    };
    struct program program = { sizeof code / sizeof *code, code };
    PREPARE(&callee, stack, &caller, function);
    CHECK(swapcontext(&caller, &callee) == 0);
    CHECK(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0);
    CHECK(prctl(PR_SET_SECCOMP, FILTER, &program, 0, 0) == 0);
    CHECK(sigprocmask(SIG_BLOCK, NULL, NULL) == -1 && errno == EPERM);
    for (int i = 0; i < 1000; i++) {
        CHECK(swapcontext(&caller, &callee) == 0);
        CHECK(getcontext(&again) == 0);
        volatile int first = 1;
        CHECK(getcontext(&again) == 0);
        if (first) {
            first = 0;
            CHECK(setcontext(&again) == 0);
        }
    }
    CHECK(turns == 1001);
    // Another mask needs the call, which fails now.
    *(uint64_t *)&callee.uc_sigmask |= SIGNAL_BIT(SIGTERM);
    CHECK(swapcontext(&caller, &callee) == -1 && errno == EPERM && turns == 1001);
    return 0;
}
