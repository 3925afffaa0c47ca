// A switch there and back, the end of a context, setcontext: what gdb and libunwind step through.
#include "../harness/fact.h"
ucontext_t caller, callee, again;
static fact_stack stack;
volatile int times;
void __attribute__((noinline)) in_context(void)
{
    swapcontext(&callee, &caller);
    __asm__ volatile("");
}
void __attribute__((noinline)) finished(void) { __asm__ volatile(""); }
void __attribute__((noinline)) on_main(void)
{
    getcontext(&callee);
    callee.uc_stack.ss_sp = stack;
    callee.uc_stack.ss_size = sizeof stack;
    callee.uc_link = &caller;
    makecontext(&callee, in_context, 0);
    swapcontext(&caller, &callee);
    swapcontext(&caller, &callee);
    getcontext(&again);
    if (!times++)
        setcontext(&again);
    finished();
}
#ifdef WITH_LIBUNWIND
#define UNW_LOCAL_ONLY
#include <libunwind.h>
static unsigned long library;
static volatile int inside, wrong;
static void step(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    unw_cursor_t cursor;
    unw_proc_info_t where;
    unw_word_t frames[16];
    int count = 0, more;
    if ((unsigned long)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP] - library >= 0x3000)
        return;
    inside++;
    CHECK(unw_init_local2(&cursor, context, UNW_INIT_SIGNAL_FRAME) == 0);
    while ((more = unw_step(&cursor)) > 0 && count < 16)
        frames[count++] = unw_get_proc_info(&cursor, &where) == 0 ? where.start_ip : 0;
    int main_called = count >= 2 && frames[0] == (unw_word_t)on_main;
    // The context's function, which the trampoline follows; the trampoline, from where it calls; or the trampoline itself.
    int in_library = count && frames[0] - library < 0x3000;
    if (!(main_called || (count && frames[0] == (unw_word_t)in_context && count <= 2) || (in_library && count == 1) || count == 0) && !wrong)
        wrong = ((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP] - library;
}
int main(void)
{
    extern int dladdr(const void *, void *);
    struct { const char *file; void *base; const char *name; void *address; } found;
    CHECK(dladdr((void *)getcontext, &found));
    library = (unsigned long)found.base;
    struct sigaction action = { .sa_sigaction = step, .sa_flags = SA_SIGINFO };
    CHECK(sigaction(SIGTRAP, &action, NULL) == 0);
    __asm__ volatile("pushfq\n\torq $0x100,(%%rsp)\n\tpopfq" ::: "memory", "cc");
    on_main();
    __asm__ volatile("pushfq\n\tandq $~0x100,(%%rsp)\n\tpopfq" ::: "memory", "cc");
    if (wrong) {
        char line[] = "0x0000 cannot be unwound\n";
        for (int digit = 5, rest = wrong; digit > 1; digit--, rest /= 16)
            line[digit] = "0123456789abcdef"[rest % 16];
        fact_fails(line);
    }
    CHECK(inside > 300);
    return 0;
}
#else
int main(void)
{
    on_main();
    return 0;
}
#endif
