// The operations, each on every library that has it.
#include "bench.h"
#include <sys/syscall.h>
#include <unistd.h>

#define STACK 65536
// A cache line's alignment for all, so that none has luck with it.
static struct { ucontext_t context; } __attribute__((aligned(64))) outer_, made_, inner_[LIBRARIES];
#define outer (outer_.context)
#define made  (made_.context)
static char stacks[LIBRARIES + 3][STACK] __attribute__((aligned(4096)));
static const struct library *current;
static fcontext boost;

// The floor of a switch that changes the mask: the system call that it cannot do without.
static void raw_call(const struct library *library, long times)
{
    uint64_t mask = 0, old;
    (void)library;
    syscall(SYS_rt_sigprocmask, SIG_BLOCK, NULL, &mask, 8);
    while (times--) {
#ifdef __x86_64__
        long result;
        register long size __asm__("r10") = 8;
        __asm__ volatile("syscall" : "=a"(result)
                         : "0"(SYS_rt_sigprocmask), "D"(SIG_SETMASK), "S"(&mask), "d"(&old), "r"(size) : "rcx", "r11", "memory");
#else
        syscall(SYS_rt_sigprocmask, SIG_SETMASK, &mask, &old, 8);
#endif
    }
}

static void jump_back(struct transfer transfer)
{
    for (;;)
        transfer = jump_fcontext(transfer.from, NULL);
}
// One operation is one switch: there and back are two.
static void jump(const struct library *library, long times)
{
    (void)library;
    for (long i = 0; i < times / 2; i++)
        boost = jump_fcontext(boost, NULL).from;
}

#ifdef __x86_64__
// The same, and x87's exception flags are stored: the floor for a switch that keeps them.
static fcontext boost_flags;
#define store_flags() do { unsigned short flags; __asm__ volatile("fnstsw %0" : "=m"(flags)); } while (0)
static void jump_back_flags(struct transfer transfer)
{
    for (;;) {
        store_flags();
        transfer = jump_fcontext(transfer.from, NULL);
    }
}
static void jump_flags(const struct library *library, long times)
{
    (void)library;
    for (long i = 0; i < times / 2; i++) {
        store_flags();
        boost_flags = jump_fcontext(boost_flags, NULL).from;
    }
}
#endif

static void swap_back(void)
{
    const struct library *library = current;
    ucontext_t *mine = &inner_[library - libraries].context;
    for (;;)
        library->swap(mine, &outer);
}
static void swap(const struct library *library, long times)
{
    int (*function)(ucontext_t *, const ucontext_t *) = library->swap;
    ucontext_t *other = &inner_[library - libraries].context;
    for (long i = 0; i < times / 2; i++)
        function(&outer, other);
}

static void get(const struct library *library, long times)
{
    int (*function)(ucontext_t *) = library->get;
    while (times--)
        function(&made);
}
static void set(const struct library *library, long times)
{
    volatile long left = times;
    library->get(&made);
    if (left--)
        library->set(&made);
    __asm__ volatile("");               // no tail call: this frame is resumed, which a call through a pointer does not say
}

static void empty(void) {}
// makecontext, the switch to the new context, its function's end, and the switch to uc_link.
static void make(const struct library *library, long times)
{
    library->get(&made);
    while (times--) {
        made.uc_stack.ss_sp = stacks[LIBRARIES];
        made.uc_stack.ss_size = STACK;
        made.uc_link = &outer;
        library->make(&made, empty, 0);
        library->swap(&outer, &made);
    }
}
static void jump_end(struct transfer transfer) { jump_fcontext(transfer.from, NULL); }
static void make_boost(const struct library *library, long times)
{
    (void)library;
    while (times--)
        jump_fcontext(make_fcontext(stacks[LIBRARIES] + STACK, STACK, jump_end), NULL);
}

#define EACH(group, run) \
    { group, "no mask", &libraries[WITHOUT_MASK], run, NULL }, \
    { group, "no mask, X87_FLAGS=no", &libraries[SHARED_FLAGS], run, NULL }, \
    { group, "mask", &libraries[WITH_MASK], run, NULL }, \
    { group, "mask elided", &libraries[ELIDED], run, NULL }, \
    { group, "elided, X87_FLAGS=no", &libraries[ELIDED_SHARED], run, NULL }, \
    { group, "glibc", &libraries[GLIBC], run, NULL }
struct row rows[] = {
    { "floor", "rt_sigprocmask", NULL, raw_call, NULL },
#ifdef __x86_64__
    { "floor", "jump_fcontext and FNSTSW", NULL, jump_flags, NULL },
#endif
    { "switch", "jump_fcontext", NULL, jump, NULL },
    EACH("switch", swap),
    EACH("getcontext", get),
    EACH("setcontext", set),
    { "make, switch, end", "make_fcontext", NULL, make_boost, NULL },
    EACH("make, switch, end", make),
};
const int row_count = sizeof rows / sizeof *rows;

void prepare_rows(void)
{
    boost = jump_fcontext(make_fcontext(stacks[LIBRARIES + 1] + STACK, STACK, jump_back), NULL).from;
#ifdef __x86_64__
    boost_flags = jump_fcontext(make_fcontext(stacks[LIBRARIES + 2] + STACK, STACK, jump_back_flags), NULL).from;
#endif
    for (int i = 0; i < LIBRARIES; i++) {
        if (!libraries[i].swap)
            continue;
        current = &libraries[i];
        current->get(&inner_[i].context);
        inner_[i].context.uc_stack.ss_sp = stacks[i];
        inner_[i].context.uc_stack.ss_size = STACK;
        inner_[i].context.uc_link = NULL;
        current->make(&inner_[i].context, swap_back, 0);
        current->swap(&outer, &inner_[i].context);
    }
}
