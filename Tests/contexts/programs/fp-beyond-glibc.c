// FP state that glibc's ucontext_t has no place for survives a copy and a new mask; a context without it keeps what it finds
// machine: loongarch64
// reference: no
#include "fact.h"
#include "machine-for.h"
#include <glibc-compat/ucontext.h>
#define TEMPORARIES(context) ((char *)(context) + offsetof(struct glibc_compat_ucontext, uc_mcontext.fp))
static ucontext_t caller, callee, copy;
static fact_stack stack;
static volatile int entries, passed;
static inline void set_f24(uint64_t bits) { __asm__ volatile("movgr2fr.d $f24, %0" :: "r"(bits) : "$f24"); }
static inline uint64_t f24(void)
{
    uint64_t bits;
    __asm__ volatile("movfr2gr.d %0, $f24" : "=r"(bits));
    return bits;
}
static void function(void)
{
    fp_set_control(3);
    uint32_t mine = fp_control();
    set_f24(0x123456789abcdef0);
    int result = swapcontext(&callee, &caller);
    CHECK(f24() == 0x123456789abcdef0 && fp_control() == mine && result == 0);
    passed++;
}
/// What glibc's getcontext leaves there, or the kernel in a signal handler's context: anything.
static void forget(ucontext_t *context)
{
    memset(TEMPORARIES(context), 0x77, sizeof(struct glibc_compat_loongarch_fp));
}
static void __attribute__((noinline)) keeps_what_it_finds(void)
{
    fp_set_control(1);
    set_f24(1);
    CHECK(getcontext(&copy) == 0);
    uint64_t found = f24();
    uint32_t mode = fp_control();
    fp_set_control(2);
    if (entries++) {
        CHECK(entries == 2 && found == 2 && mode == fp_control());
        fp_set_control(0);
        return;
    }
    forget(&copy);
    set_f24(2);
    setcontext(&copy);
}
int main(void)
{
    PREPARE(&callee, stack, &caller, function);
    CHECK(swapcontext(&caller, &callee) == 0);
    copy = callee;
    memset(&callee, 0x77, sizeof callee);
    memset(&copy.uc_sigmask, 0, sizeof copy.uc_sigmask);
    CHECK(swapcontext(&caller, &copy) == 0);
    keeps_what_it_finds();
    CHECK(passed == 1 && entries == 2);
    return 0;
}
