// stopped at every instruction that a switch runs, one at a time, the unwinder finds the right caller with its registers, and the end
// needs: libc glibc unwinder
// machine: mips mips64
// reference: no
#include "fact.h"
#include "machine-for.h"
#include <dlfcn.h>
#include <unwind.h>
static ucontext_t caller, callee, again;
static fact_stack stack;
static instruction *volatile stopped_at;
static instruction original;
static volatile int from_inside;
static unsigned stops, in_trampoline, in_context_stops;
struct walk { int found, count, registers_differ; void *functions[16]; };
// The registers that calls preserve, as main's frame has them.
static const unsigned char preserved[] = { PRESERVED_REGISTERS };
static unsigned long in_main[sizeof preserved];

static void __attribute__((noinline)) in_context(void);
static void __attribute__((noinline)) on_main(void);
int main(void);

static void put(instruction *address, instruction value)
{
    *(volatile instruction *)address = value;
    __builtin___clear_cache((char *)address, (char *)(address + 1));
}
static _Unwind_Reason_Code visit(struct _Unwind_Context *context, void *argument)
{
    struct walk *walk = argument;
    int exact;
    unsigned long address = _Unwind_GetIPInfo(context, &exact);
    instruction *at = (instruction *)((exact ? address : address - 1) & -sizeof(instruction));
    // An instruction in a branch's delay slot stops at the branch.
    if (!walk->found)
        walk->found = at == stopped_at || at == stopped_at - DELAY_SLOTS;
    else if (address && walk->count < 16) {
        void *function = walk->functions[walk->count++] = _Unwind_FindEnclosingFunction((void *)(address + (exact ? 1 : 0)));
        for (size_t i = 0; function == (void *)main && i < sizeof preserved; i++)
            walk->registers_differ |= (unsigned long)_Unwind_GetGR(context, preserved[i]) != in_main[i];
    }
    return _URC_NO_REASON;
}
static _Unwind_Reason_Code record(struct _Unwind_Context *context, void *unused)
{
    (void)unused;
    if (_Unwind_FindEnclosingFunction((void *)_Unwind_GetIP(context)) == (void *)main)
        for (size_t i = 0; i < sizeof preserved; i++)
            in_main[i] = _Unwind_GetGR(context, preserved[i]);
    return _URC_NO_REASON;
}
static int ours(void *address)
{
    Dl_info info;
    return dladdr(address, &info) && strstr(info.dli_fname, "libglibc-ucontext");
}
static void stop(int signal)
{
    (void)signal;
    struct walk walk = { 0 };
    _Unwind_Reason_Code end = _Unwind_Backtrace(visit, &walk);
    // Called from main's function or from the context's; or it is the trampoline, which has no caller, or what it calls.
    int from_main = walk.count >= 2 && walk.functions[0] == (void *)on_main && walk.functions[1] == (void *)main;
    int from_context = walk.count == 2 && walk.functions[0] == (void *)in_context && ours(walk.functions[1]);
    int trampoline = walk.count == 0 || (walk.count == 1 && ours(walk.functions[0]));
    if (end != _URC_END_OF_STACK || !walk.found || walk.registers_differ || !(from_main || from_context || trampoline)) {
        char line[] = "00000000 cannot be unwound: found 0, callers 0, registers differ 0\n";
        Dl_info info = { 0 };
        dladdr((void *)stopped_at, &info);
        unsigned long offset = (char *)stopped_at - (char *)info.dli_fbase;
        for (int digit = 7; digit >= 0; digit--, offset /= 16)
            line[digit] = "0123456789abcdef"[offset % 16];
        line[34] = '0' + walk.found;
        line[45] = '0' + walk.count % 10;
        line[65] = '0' + walk.registers_differ;
        fact_fails(line);
    }
    stops++;
    in_trampoline += trampoline;
    in_context_stops += from_context;
    put(stopped_at, original);
}
static void __attribute__((noinline)) in_context(void)
{
    if (from_inside)
        put(stopped_at, BREAKPOINT);
    fill_preserved_registers();
    swapcontext(&callee, &caller);
    __asm__ volatile("" ::: "memory");
}
static void __attribute__((noinline)) on_main(void)
{
    volatile int times = 0;
    _Unwind_Backtrace(record, NULL);
    if (stopped_at && !from_inside)
        put(stopped_at, BREAKPOINT);
    getcontext(&again);
    PREPARE(&callee, stack, &caller, in_context);
    swapcontext(&caller, &callee);
    swapcontext(&caller, &callee);
    if (!times++)
        setcontext(&again);
    CHECK(getcontext((ucontext_t *)16) == -1);
    CHECK(setcontext((ucontext_t *)16) == -1);
    CHECK(swapcontext(&caller, (ucontext_t *)16) == -1);
}
int main(void)
{
    void *functions[] = { (void *)getcontext, (void *)makecontext, (void *)setcontext, (void *)swapcontext };
    unsigned long first = -1ul, last = 0, page = sysconf(_SC_PAGESIZE);
    for (int i = 0; i < 4; i++) {
        first = (unsigned long)functions[i] < first ? (unsigned long)functions[i] : first;
        last = (unsigned long)functions[i] > last ? (unsigned long)functions[i] : last;
    }
    on_main();
    // The trampoline follows the last function.
    last += 0x300;
    first &= -sizeof(instruction);
    CHECK(mprotect((void *)(first & -page), last - (first & -page), PROT_READ | PROT_WRITE | PROT_EXEC) == 0);
    CHECK(signal(BREAKPOINT_SIGNAL, stop) != SIG_ERR);
    for (from_inside = 0; from_inside < 2; from_inside++)
        for (instruction *address = (instruction *)first; (unsigned long)address < last; address++) {
            stopped_at = address;
            original = *address;
            on_main();
            put(address, original);
        }
    CHECK(stops > 150 && in_trampoline > 20 && in_context_stops > 20);
    return 0;
}
