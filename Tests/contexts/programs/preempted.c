// two loops, taken from the CPU a hundred thousand times by a timer's handler, find every register, flag and mask as it was
// stepped: no: too many instructions, or threads
// needs: libc mask frames
// machine: x86_64 aarch64 riscv
// reference: no
// timeout: 300
// says: how many times, and with what
#include "fact.h"
#include <stdio.h>
#include <sys/time.h>
#include "all-registers.h"
#ifndef COPIES_LACK_VECTORS
#define COPIES_LACK_VECTORS 0
#endif
static ucontext_t scheduler;
static struct task {
    ucontext_t start, copy, *frame;
    struct registers in, out;
    uint64_t mask;
    fact_stack stack;
} tasks[2];
static struct task *running;
static volatile int preemptions, wide, wanted;
static volatile long rounds[2];

static void preempt(int signal, siginfo_t *info, void *context)
{
    (void)signal, (void)info;
    if (!running)
        return;
    preemptions++;
    // One task keeps the kernel's frame itself, the other a copy of what is in it.
    if (running == &tasks[0])
        running->frame = context;
    else {
        running->copy = *(ucontext_t *)context;
        running->frame = &running->copy;
    }
    setcontext(&scheduler);
}
static void work(int number)
{
    struct task *task = &tasks[number];
    const int vectors = wide && !(COPIES_LACK_VECTORS && number == 1);
    mask_become(task->mask);
    for (;;) {
        fill_registers(&task->in);
        (vectors ? hold_registers_wide : hold_registers)(&task->in, &task->out, HELD);
        const char *difference = compare_registers(&task->in, &task->out, vectors);
        if (difference)
            fact_fails(difference);
        CHECK(mask_now() == task->mask);
        rounds[number]++;
    }
}
static void take_turns(void)
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGALRM);
    sigprocmask(SIG_BLOCK, &set, NULL);
    for (int i = 0; i < 2; i++) {
        CHECK(getcontext(&tasks[i].start) == 0);
        tasks[i].start.uc_stack.ss_sp = tasks[i].stack;
        tasks[i].start.uc_stack.ss_size = sizeof tasks[i].stack;
        makecontext(&tasks[i].start, (void (*)(void))work, 1, i);
        tasks[i].frame = &tasks[i].start;
        rounds[i] = 0;
        tasks[i].mask = SIGNAL_BIT(i ? SIGUSR1 : SIGUSR2) | SIGNAL_BIT(REAL_TIME - i);
    }
    for (int i = 0; preemptions < wanted || rounds[0] < 100 || rounds[1] < 100; i++) {
        running = &tasks[i % 2];
        swapcontext(&scheduler, running->frame);
    }
}
int main(void)
{
    static char alternate[131072];
    stack_t stack = { .ss_sp = alternate, .ss_size = sizeof alternate }, now;
    CHECK(sigaltstack(&stack, NULL) == 0);
    struct sigaction action = { .sa_sigaction = preempt, .sa_flags = SA_SIGINFO };
    CHECK(sigaction(SIGALRM, &action, NULL) == 0);
    struct itimerval timer = { { 0, PERIOD }, { 0, PERIOD } };
    const char *preloaded = getenv("LD_PRELOAD");
    int most = preloaded && strstr(preloaded, "/libglibc-ucontext.so");
    wide = has_wide_vectors();
    for (int length = 0; set_vector_length(length); length++) {
        wanted += most ? PREEMPTIONS : FEWER;
        CHECK(setitimer(ITIMER_REAL, &timer, NULL) == 0);
        take_turns();
    }
    fprintf(stderr, "%d preemptions%s\n", preemptions, wide ? ", with vectors" : "");
    CHECK(sigaltstack(NULL, &now) == 0 && now.ss_sp == alternate && now.ss_flags == 0);
    return 0;
}
