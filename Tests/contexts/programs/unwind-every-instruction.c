// at every instruction of the functions and the trampoline the unwinder finds the right caller, and the backtrace ends
// stepped: no: steps itself
// needs: libc glibc unwinder
// machine: x86_64
// reference: no
#include "fact.h"
#include <dlfcn.h>
#include <unwind.h>
static ucontext_t caller, callee, again, copy, small;
static fact_stack stack;
static unsigned steps, inside, failed_at, in_trampoline, from_handlers;
static char *library;
static size_t library_size;
struct walk { unsigned long address; int state; void *functions[16]; int count; };

static void __attribute__((noinline)) in_context(void);
static void __attribute__((noinline)) on_main(void);
static void __attribute__((noinline)) in_handler(int, siginfo_t *, void *);
int main(void);

static _Unwind_Reason_Code visit(struct _Unwind_Context *context, void *argument)
{
    struct walk *walk = argument;
    int exact;
    unsigned long address = _Unwind_GetIPInfo(context, &exact);
    if (walk->state == 0 && address == walk->address)
        walk->state = 1;
    else if (walk->state == 1 && address && walk->count < 16)
        walk->functions[walk->count++] = _Unwind_FindEnclosingFunction((void *)(address + (exact ? 1 : 0)));
    return _URC_NO_REASON;
}
static int within(void *address) { return (unsigned long)address - (unsigned long)library < library_size; }
static void step(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    struct walk walk = { .address = ((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP] };
    steps++;
    if (walk.address - (unsigned long)library >= library_size)
        return;
    inside++;
    _Unwind_Reason_Code end = _Unwind_Backtrace(visit, &walk);
    int right = end == _URC_END_OF_STACK && walk.state == 1;
    // Called from main's function or from the context's; or it is the trampoline, which has no caller.
    int from_main = walk.count >= 2 && walk.functions[0] == (void *)on_main && walk.functions[1] == (void *)main;
    int from_context = walk.count == 2 && walk.functions[0] == (void *)in_context && within(walk.functions[1]);
    int from_handler = walk.count >= 4 && walk.functions[0] == (void *)in_handler;
    from_handlers += from_handler;
    int trampoline = walk.count == 0;
    in_trampoline += trampoline;
    // The trampoline itself calls setcontext.
    int from_trampoline = walk.count == 1 && within(walk.functions[0]);
    if (!(right && (from_main || from_context || from_handler || trampoline || from_trampoline)) && !failed_at)
        failed_at = walk.address - (unsigned long)library + 1;
}
static void trap(int on)
{
    __asm__ volatile("pushfq\n\tandq $~0x100,(%%rsp)\n\torq %0,(%%rsp)\n\tpopfq" :: "r"(on ? 0x100ul : 0ul) : "memory", "cc");
}
static void __attribute__((noinline)) in_context(void)
{
    swapcontext(&callee, &caller);
    __asm__ volatile("" ::: "memory");
}
// Leaves by the frame that the kernel made.
static void in_handler(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    trap(1);
    setcontext(context);
    __asm__ volatile("" ::: "memory");
}
static void __attribute__((noinline)) on_main(void)
{
    static volatile int times, copies;
    trap(1);
    getcontext(&again);
    getcontext(&callee);
    callee.uc_stack.ss_sp = stack;
    callee.uc_stack.ss_size = sizeof stack;
    callee.uc_link = &caller;
    makecontext(&callee, in_context, 0);
    swapcontext(&caller, &callee);
    swapcontext(&caller, &callee);
    if (!times++)
        setcontext(&again);
    setcontext((ucontext_t *)16);
    getcontext(&again);
    copy = again;                       // its FP state stays in the original
    if (!copies++)
        setcontext(&copy);
    getcontext(&small);
    makecontext(&small, in_context, 0); // no stack
    swapcontext(&caller, &small);
    trap(0);
    raise(SIGUSR1);
    trap(0);
}
int main(void)
{
    Dl_info info;
    CHECK(dladdr((void *)getcontext, &info));
    library = info.dli_fbase;
    library_size = 0x3000;
    struct sigaction action = { .sa_sigaction = step, .sa_flags = SA_SIGINFO };
    CHECK(sigaction(SIGTRAP, &action, NULL) == 0);
    action.sa_sigaction = in_handler;
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0);
    on_main();
    if (failed_at) {
        char line[] = "0x0000 cannot be unwound\n";
        for (int digit = 5, rest = failed_at - 1; digit > 1; digit--, rest /= 16)
            line[digit] = "0123456789abcdef"[rest % 16];
        fact_fails(line);
    }
    CHECK(inside > 400 && steps > inside && in_trampoline > 3 && from_handlers > 20);
    return 0;
}
