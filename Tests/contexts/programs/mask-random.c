// many random steps (two million where no emulator is in between) with handlers, jumps, threads, fork and preemption: each context has its own mask, the kernel says so each time
// shadow stacks: no: glibc's siglongjmp must know of them
// stepped: no: too many instructions, or threads
// needs: libc mask sa_mask stepped
// machine: x86_64 aarch64 riscv
// says: how many
// flags: -Wno-deprecated-declarations
#include "fact.h"
#include <poll.h>
#include <pthread.h>
#include <stdio.h>
#include <setjmp.h>
#include <sys/wait.h>
#include <time.h>
#include "kernel-mask.h"
#define WORKERS 3
#define TASKS   8
#define FIBERS  3

/// What takes turns on a thread; its fibers take turns among themselves. A task moves from thread to thread, and is preempted.
static struct task {
    ucontext_t here, *go_on;            // where it goes on, unless it is running: at `here`, or by the kernel's own frame
    struct fiber { ucontext_t context; uint64_t mask; fact_stack stack; } fibers[FIBERS];
    fact_stack extra;
    ucontext_t extra_context;
    int current;
    volatile int preemptible, taken;
    uint64_t random;
} tasks[TASKS];
static __thread struct { ucontext_t scheduler; struct task *running; } thread_;
static __typeof__(&thread_) __attribute__((noinline)) thread(void)
{
    __asm__ volatile("");
    return &thread_;
}
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile long steps, preemptions, handled, by_frame;
static int with_frames;                 // which glibc's own functions cannot resume

static int enough(void)
{
    return steps >= RANDOM_STEPS && preemptions > 500 && handled > 1000 && (by_frame > 50 || !with_frames);
}
static uint64_t any(struct task *task)
{
    task->random ^= task->random << 13;
    task->random ^= task->random >> 7;
    return task->random ^= task->random << 17;
}
static const int signals[] = { SIGUSR1, SIGUSR2, SIGTERM, SIGHUP, SIGCHLD, SIGWINCH, REAL_TIME, REAL_TIME - 1 };
static uint64_t any_mask(struct task *task)
{
    uint64_t choice = any(task), mask = 0;
    if (choice % 4 == 0)
        return SIGNAL_BIT(SIGTERM);     // often the same, so that there is something to leave out
    for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++)
        if (choice >> (i + 8) & 1)
            mask |= SIGNAL_BIT(signals[i]);
    return mask;
}
static sigset_t set_of(uint64_t mask)
{
    sigset_t set;
    sigemptyset(&set);
    for (unsigned i = 0; i < sizeof signals / sizeof *signals; i++)
        if (mask & SIGNAL_BIT(signals[i]))
            sigaddset(&set, signals[i]);
    return set;
}
// SIGALRM comes at any time, also between another signal and its handler: it stays out of the comparisons.
#define OWN (~LIBC_SIGNALS & ~SIGNAL_BIT(SIGALRM))
static uint64_t saved_mask(const ucontext_t *context) { return *(const uint64_t *)&context->uc_sigmask & OWN; }
static uint64_t mask_of_kernel(void) { return kernel_mask() & OWN; }
static void save_mask(ucontext_t *context, uint64_t mask) { *(uint64_t *)&context->uc_sigmask = mask; }
static struct fiber *fiber(struct task *task) { return &task->fibers[task->current]; }

static void change(struct task *task)
{
    uint64_t before = fiber(task)->mask, mask = any_mask(task);
    int how = any(task) % 3 == 0 ? SIG_BLOCK : any(task) % 2 ? SIG_UNBLOCK : SIG_SETMASK;
    sigset_t set = set_of(mask), old;
    sigemptyset(&old);
    if (any(task) % 2)
        CHECK(sigprocmask(how, &set, &old) == 0);
    else
        CHECK(pthread_sigmask(how, &set, &old) == 0);
    CHECK((*(uint64_t *)&old & OWN) == before);
    fiber(task)->mask = how == SIG_BLOCK ? before | mask : how == SIG_UNBLOCK ? before & ~mask : mask;
}
static void change_one(struct task *task)
{
    int signal = signals[any(task) % 8], hold = any(task) % 2;
    CHECK((hold ? sighold : sigrelse)(signal) == 0);
    fiber(task)->mask = hold ? fiber(task)->mask | SIGNAL_BIT(signal) : fiber(task)->mask & ~SIGNAL_BIT(signal);
}
static void get(struct task *task)
{
    ucontext_t context;
    CHECK(getcontext(&context) == 0);
    CHECK(saved_mask(&context) == fiber(task)->mask);
}
static void get_and_set(struct task *task)
{
    ucontext_t context;
    volatile int again = 0;
    CHECK(getcontext(&context) == 0);
    if (!again++) {
        if (any(task) % 2)
            change(task);
        if (any(task) % 2) {
            fiber(task)->mask = any_mask(task);
            save_mask(&context, fiber(task)->mask);
        } else
            fiber(task)->mask = saved_mask(&context);
        setcontext(&context);
    }
}
static void next_fiber(struct task *task)
{
    struct fiber *mine = fiber(task);
    task->current = (task->current + 1 + any(task) % (FIBERS - 1)) % FIBERS;
    CHECK(swapcontext(&mine->context, &fiber(task)->context) == 0);
    CHECK(saved_mask(&mine->context) == mine->mask && fiber(task) == mine);
}
static void jump(struct task *task)
{
    sigjmp_buf buffer;
    volatile int keeps = any(task) % 2;
    uint64_t before = fiber(task)->mask;
    if (!sigsetjmp(buffer, keeps)) {
        change(task);
        siglongjmp(buffer, 1);
    }
    if (keeps)
        fiber(task)->mask = before;
}
static void ends(int number) { change(&tasks[number]); }
static void call_context(struct task *task)
{
    uint64_t mask = fiber(task)->mask, other = any_mask(task);
    CHECK(getcontext(&task->extra_context) == 0);
    task->extra_context.uc_stack.ss_sp = task->extra;
    task->extra_context.uc_stack.ss_size = sizeof task->extra;
    task->extra_context.uc_link = &fiber(task)->context;
    save_mask(&task->extra_context, other);
    makecontext(&task->extra_context, (void (*)(void))ends, 1, (int)(task - tasks));
    fiber(task)->mask = other;
    CHECK(swapcontext(&fiber(task)->context, &task->extra_context) == 0);
    fiber(task)->mask = mask;
}
// Anything below depends on the thread it began on, so it is not preempted.
static sigjmp_buf *volatile out[TASKS];
static void handler(int signal, siginfo_t *info, void *frame)
{
    (void)info;
    struct task *task = thread()->running;
    uint64_t now = mask_of_kernel();
    handled++;
    CHECK(now == (fiber(task)->mask | SIGNAL_BIT(signal) | SIGNAL_BIT(SIGWINCH)));
    uint64_t outside = fiber(task)->mask;
    fiber(task)->mask = now;
    switch (any(task) % 6) {
    case 0: get(task); break;
    case 1: change(task); get(task); break;
    case 2: next_fiber(task); get(task); break;
    case 3: save_mask(frame, outside = any_mask(task)); get(task); break;
    case 4: if (out[task - tasks]) siglongjmp(*out[task - tasks], 1); break;
    }
    CHECK(mask_of_kernel() == fiber(task)->mask);
    fiber(task)->mask = outside;
    task->preemptible = 0;              // another fiber may have set it meanwhile
    return_on_this_thread(frame);
}
static void send(struct task *task, int suspend)
{
    int signal = any(task) % 2 ? SIGUSR1 : SIGUSR2;     // below SIGALRM: its frame is not on top of an alarm's, which would undo it
    sigjmp_buf buffer;
    task->preemptible = 0;
    uint64_t before = fiber(task)->mask;
    if (!sigsetjmp(buffer, 1)) {
        if (suspend || !(before & SIGNAL_BIT(signal)))
            out[task - tasks] = &buffer;
        if (suspend) {
            sigset_t set = set_of(SIGNAL_BIT(signal)), during = set_of(before & ~SIGNAL_BIT(signal));
            sigprocmask(SIG_BLOCK, &set, NULL);
            raise(signal);
            uint64_t blocked = fiber(task)->mask = before | SIGNAL_BIT(signal);
            fiber(task)->mask = before & ~SIGNAL_BIT(signal); // the handler's outside, while it waits
            out[task - tasks] = NULL;
            sigsuspend(&during);
            fiber(task)->mask = mask_of_kernel();                // the handler may have put another mask into its frame
            if (fiber(task)->mask == blocked && before != blocked) {
                sigprocmask(SIG_UNBLOCK, &set, NULL);
                fiber(task)->mask = before;
            }
        } else if (!(before & SIGNAL_BIT(signal)))
            raise(signal);
    } else
        fiber(task)->mask = before;
    out[task - tasks] = NULL;
    task->preemptible = 1;
}
static void yield(struct task *task)
{
    task->preemptible = 0;
    task->go_on = &task->here;
    CHECK(swapcontext(&task->here, &thread()->scheduler) == 0);
    task->preemptible = 1;
}
static void divide(struct task *task)
{
    int status;
    task->preemptible = 0;
    pid_t child = fork();
    if (child == 0) {
        for (int i = 0; i < 200; i++) {
            change(task), get(task), get_and_set(task), call_context(task), jump(task);
            if (mask_of_kernel() != fiber(task)->mask)
                _exit(1);
        }
        _exit(0);
    }
    CHECK(child > 0);
    while (waitpid(child, &status, 0) == -1)
        ;
    CHECK(status == 0);
    task->preemptible = 1;
}
static void step(struct task *task)
{
    static struct pollfd none;
    struct timespec at_once = { 0, 0 };
    sigset_t set;
    switch (any(task) % 32) {
    case 0: case 1: change(task); break;
    case 2: change_one(task); break;
    case 3: case 4: get_and_set(task); break;
    case 5: jump(task); break;
    case 6: call_context(task); break;
    case 7: send(task, 0); break;
    case 8: send(task, any(task) % 2); break;
    case 9: yield(task); break;
    case 10: set = set_of(any_mask(task)); ppoll(&none, 0, &at_once, &set); break;
    case 11: if (any(task) % 4096 == 0) divide(task); break;
    case 12: case 13: case 14: case 15: get(task); break;
    default: next_fiber(task); break;
    }
    CHECK(mask_of_kernel() == fiber(task)->mask);
    __atomic_fetch_add(&steps, 1, __ATOMIC_RELAXED);
}
static void run_fiber(int task, int number)
{
    tasks[task].fibers[number].mask = mask_of_kernel();
    if (number == 0)
        tasks[task].preemptible = 1;    // before, the switch may still be on the scheduler's stack
    for (;;)
        step(&tasks[task]);
}
static void alarm_handler(int signal, siginfo_t *info, void *frame)
{
    (void)info;
    struct task *task = thread()->running;
    if (!task || !task->preemptible)
        return;
    uint64_t mask = kernel_mask();
    CHECK(mask & SIGNAL_BIT(signal));
    preemptions++;
    if (with_frames && preemptions % 2) {
        by_frame++;
        task->go_on = frame;
        setcontext(&thread()->scheduler);
    }
    task->preemptible = 0;
    task->go_on = &task->here;
    CHECK(swapcontext(&task->here, &thread()->scheduler) == 0);
    CHECK(kernel_mask() == mask);
    return_on_this_thread(frame);
    task->preemptible = 1;
}
static void *work(void *argument)
{
    (void)argument;
    uint64_t mask = mask_of_kernel();
    while (!enough()) {
        struct task *task = NULL;
        pthread_mutex_lock(&lock);
        for (int i = 0, at = rand() % TASKS; !task && i < TASKS; i++)
            if (!tasks[(at + i) % TASKS].taken)
                task = &tasks[(at + i) % TASKS], task->taken = 1;
        pthread_mutex_unlock(&lock);
        thread()->running = task;
        CHECK(swapcontext(&thread()->scheduler, task->go_on) == 0);
        CHECK(saved_mask(&thread()->scheduler) == mask && mask_of_kernel() == mask);
        thread()->running = NULL;
        __atomic_store_n(&task->taken, 0, __ATOMIC_RELEASE);
    }
    return NULL;
}
static void start_task(int number)
{
    struct task *task = &tasks[number];
    task->random = 88172645463325252u + number * 7919;
    for (int i = 0; i < FIBERS; i++) {
        CHECK(getcontext(&task->fibers[i].context) == 0);
        task->fibers[i].context.uc_stack.ss_sp = task->fibers[i].stack;
        task->fibers[i].context.uc_stack.ss_size = sizeof task->fibers[i].stack;
        save_mask(&task->fibers[i].context, 0);
        makecontext(&task->fibers[i].context, (void (*)(void))run_fiber, 2, number, i);
    }
    task->here = task->fibers[0].context;   // a copy, whose FP state stays in the original
    task->go_on = &task->here;
}
int main(void)
{
    pthread_t workers[WORKERS];
#ifdef __GLIBC__
    with_frames = getenv("LD_PRELOAD") != NULL;
#else
    with_frames = 1;
#endif
    struct sigaction action = { .sa_sigaction = handler, .sa_flags = SA_SIGINFO };
    sigaddset(&action.sa_mask, SIGWINCH);
    CHECK(sigaction(SIGUSR1, &action, NULL) == 0 && sigaction(SIGUSR2, &action, NULL) == 0);
    action = (struct sigaction) { .sa_sigaction = alarm_handler, .sa_flags = SA_SIGINFO | SA_RESTART };
    CHECK(sigaction(SIGALRM, &action, NULL) == 0);
    for (int i = 0; i < TASKS; i++)
        start_task(i);
    sigset_t set = { 0 };
    sigaddset(&set, SIGALRM);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (int i = 0; i < WORKERS; i++)
        CHECK(pthread_create(&workers[i], NULL, work, NULL) == 0);
    while (!enough()) {
        struct timespec moment = { 0, 30000 };
        long before = steps;
        do                              // a slow machine would do nothing but preempt
            nanosleep(&moment, NULL);
        while (!enough() && steps < before + 10);
        for (int i = 0; i < WORKERS; i++)
            if (!enough())
                pthread_kill(workers[i], SIGALRM);
    }
    for (int i = 0; i < WORKERS; i++)
        pthread_join(workers[i], NULL);
    CHECK((by_frame > 50) == with_frames);
    fprintf(stderr, "%ld steps, %ld preemptions, %ld handlers\n", steps, preemptions, handled);
    return 0;
}
