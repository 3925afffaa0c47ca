// <signal.h>: the interfaces of 4.2BSD and System V that glibc kept. A mask is an int there: signals 1 to 32.
#include <errno.h>
#include <signal.h>
#include <string.h>
#include "alias.h"

static void set_from_mask(int mask, sigset_t *set)
{
    sigemptyset(set);
    set->__bits[0] = (unsigned)mask;
}

static int mask_from_set(const sigset_t *set) { return (int)(unsigned)set->__bits[0]; }

/// sigblock(3): the mask as it was.
int sigblock(int mask)
{
    sigset_t set, old;
    set_from_mask(mask, &set);
    return sigprocmask(SIG_BLOCK, &set, &old) ? -1 : mask_from_set(&old);
}

/// sigsetmask(3).
int sigsetmask(int mask)
{
    sigset_t set, old;
    set_from_mask(mask, &set);
    return sigprocmask(SIG_SETMASK, &set, &old) ? -1 : mask_from_set(&old);
}

/// siggetmask(3).
int siggetmask(void) { return sigblock(0); }

/// __sigpause's second argument tells System V's meaning (a signal) from BSD's (a mask). sigpause(3).
int __sigpause(int mask_or_signal, int is_signal)
{
    sigset_t set;
    if (is_signal) {
        if (sigprocmask(SIG_BLOCK, NULL, &set) || sigdelset(&set, mask_or_signal))
            return -1;
    } else {
        set_from_mask(mask_or_signal, &set);
    }
    return sigsuspend(&set);
}

/// BSD's, with a mask; <signal.h> gives programs __xpg_sigpause under this name unless they ask for BSD.
int sigpause(int mask) { return __sigpause(mask, 0); }
int __xpg_sigpause(int number) { return __sigpause(number, 1); }

/// sysv_signal(3): the handler is for one signal, which is not blocked while it runs.
void (*sysv_signal(int number, void (*handler)(int)))(int)
{
    struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESETHAND | SA_NODEFER }, old;
    if (handler == SIG_ERR || sigaction(number, &action, &old)) {
        if (handler == SIG_ERR)
            errno = EINVAL;
        return SIG_ERR;
    }
    return old.sa_handler;
}

/// ssignal(3), gsignal(3).
void (*ssignal(int number, void (*handler)(int)))(int) { return signal(number, handler); }
int gsignal(int number) { return raise(number); }

struct bsd_vector {
    void (*handler)(int);
    int mask, flags;
};
enum { BSD_ON_STACK = 1, BSD_INTERRUPT = 2, BSD_RESET_HANDLER = 4 };

/// sigvec(3), in glibc for binaries of before 2.21.
int sigvec(int number, const struct bsd_vector *vector, struct bsd_vector *old)
{
    struct sigaction action, before;
    if (vector) {
        memset(&action, 0, sizeof action);
        action.sa_handler = vector->handler;
        set_from_mask(vector->mask, &action.sa_mask);
        action.sa_flags = (vector->flags & BSD_ON_STACK ? SA_ONSTACK : 0) | (vector->flags & BSD_INTERRUPT ? 0 : SA_RESTART) |
                          (vector->flags & BSD_RESET_HANDLER ? SA_RESETHAND : 0);
    }
    if (sigaction(number, vector ? &action : NULL, &before))
        return -1;
    if (old) {
        old->handler = before.sa_handler;
        old->mask = mask_from_set(&before.sa_mask);
        old->flags = (before.sa_flags & SA_ONSTACK ? BSD_ON_STACK : 0) | (before.sa_flags & SA_RESTART ? 0 : BSD_INTERRUPT) |
                     (before.sa_flags & SA_RESETHAND ? BSD_RESET_HANDLER : 0);
    }
    return 0;
}

struct bsd_stack {
    void *pointer;
    int in_use;
};

/// sigstack(3): a stack without a size, of which only the highest address is known. As in glibc the stack is taken to reach far down.
int sigstack(struct bsd_stack *stack, struct bsd_stack *old)
{
    stack_t made, before;
    if (stack) {
        made.ss_flags = 0;
        made.ss_size = (size_t)stack->pointer;
        made.ss_sp = NULL;
    }
    if (sigaltstack(stack ? &made : NULL, &before))
        return -1;
    if (old) {
        old->pointer = (char *)before.ss_sp + before.ss_size;
        old->in_use = (before.ss_flags & SS_ONSTACK) != 0;
    }
    return 0;
}

/// glibc's sigreturn, too, only fails: the kernel's can be called from a signal's frame alone.
int sigreturn(void *context)
{
    (void)context;
    errno = ENOSYS;
    return -1;
}

int __sigaction(int number, const struct sigaction *restrict action, struct sigaction *restrict old) { return sigaction(number, action, old); }
int __sigsuspend(const sigset_t *set) { return sigsuspend(set); }
int __sigaddset(sigset_t *set, int number) { return sigaddset(set, number); }
int __sigdelset(sigset_t *set, int number) { return sigdelset(set, number); }
int __sigismember(const sigset_t *set, int number) { return sigismember(set, number); }
