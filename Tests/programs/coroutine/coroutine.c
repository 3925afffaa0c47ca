// Coroutines on getcontext, makecontext and swapcontext: a prime sieve as a chain of filters, a round-robin scheduler, a generator.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <ucontext.h>

enum { STACK = 64 * 1024 };

struct coroutine {
    ucontext_t self, caller;
    void (*body)(struct coroutine *);
    struct coroutine *source;
    long value;
    int prime, done;
};

static void enter(unsigned high, unsigned low)
{
    struct coroutine *c = (struct coroutine *)(((unsigned long)high << 32) | low);
    c->body(c);
    c->done = 1;
}

static struct coroutine *start(void (*body)(struct coroutine *), struct coroutine *source, int prime)
{
    struct coroutine *c = calloc(1, sizeof *c);
    c->body = body, c->source = source, c->prime = prime;
    getcontext(&c->self);
    c->self.uc_stack.ss_sp = malloc(STACK);
    c->self.uc_stack.ss_size = STACK;
    c->self.uc_link = &c->caller;
    makecontext(&c->self, (void (*)(void))enter, 2, (unsigned)((unsigned long)c >> 32), (unsigned)(unsigned long)c);
    return c;
}

static long resume(struct coroutine *c) { swapcontext(&c->caller, &c->self); return c->value; }
static void yield(struct coroutine *c, long value) { c->value = value; swapcontext(&c->self, &c->caller); }
static void count(struct coroutine *c) { for (long i = 2;; i++) yield(c, i); }
static void filter(struct coroutine *c)
{
    for (;;) {
        long n = resume(c->source);
        if (n % c->prime) yield(c, n);
    }
}
static void task(struct coroutine *c)
{
    for (int i = 0; i < 3; i++) {
        printf("task %d step %d %.3f\n", c->prime, i, c->prime / 3.0);
        yield(c, i);
    }
}

int main(void)
{
    struct coroutine *chain = start(count, NULL, 0);
    for (int i = 0; i < 100; i++) {
        long prime = resume(chain);
        if (i % 10 == 9) printf("prime %d is %ld\n", i + 1, prime);
        chain = start(filter, chain, prime);
    }
    struct coroutine *tasks[4];
    for (int i = 0; i < 4; i++) tasks[i] = start(task, NULL, i);
    for (int left = 4; left;) {
        left = 0;
        for (int i = 0; i < 4; i++)
            if (!tasks[i]->done) { resume(tasks[i]); left += !tasks[i]->done; }
    }
    sigset_t set;
    sigemptyset(&set), sigaddset(&set, SIGUSR1);
    ucontext_t here;
    volatile int again = 0;
    getcontext(&here);
    sigprocmask(SIG_BLOCK, &set, NULL);
    if (!again++) setcontext(&here);
    sigprocmask(SIG_BLOCK, NULL, &set);
    printf("size %zu, blocked after the second return %d\n", sizeof here, sigismember(&set, SIGUSR1));
    return 3;
}
