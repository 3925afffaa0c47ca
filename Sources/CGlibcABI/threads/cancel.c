// <pthread.h>: pthread_cancel, and what a cancelled thread does at once where its type is asynchronous.
//
// musl's handler for its signal does all that a thread with the deferred type needs, but of one that may be cancelled anywhere it forgets where it
// was: nothing can be unwound from there. So ours stands in front of it. It starts the unwinding on the interrupted stack, over the signal's own
// frame, which unwinders know by what its return address points to (cancel-return.S), and leaves the rest to musl's.
//
// musl installs its handler when a thread is cancelled for the first time, with no call to do only that. So the first thread to be cancelled is none:
// a record of zeros, as musl has it of a thread that has ended, which is sent no signal.
#include <pthread.h>
#include <signal.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>
#include "blocks.h"
#include "next.h"
#include "thread-state.h"

enum { CANCELLATION = 33, HAS_RESTORER = 0x4000000 };

// The kernel's struct sigaction. Source: asm/signal.h.
struct kernel_action {
    void (*handler)(int, siginfo_t *, void *);
    unsigned long flags;
    void (*restorer)(void);
    unsigned long mask;
};

_Atomic char glibc_compat_cancellation_used;
static int (*set_state)(int, int *), (*set_type)(int, int *);
static void (*musl_handler)(int, siginfo_t *, void *);

static void handle(int signal, siginfo_t *information, void *context)
{
    int state, type;
    set_state(PTHREAD_CANCEL_DISABLE, &state);
    if (state != PTHREAD_CANCEL_DISABLE && glibc_compat_thread.base && information->si_code == SI_TKILL && information->si_pid == getpid()) {
        set_type(PTHREAD_CANCEL_DEFERRED, &type);
        if (type == PTHREAD_CANCEL_ASYNCHRONOUS) {
            // The destructors run with the thread's own signals, but for this one.
            unsigned long mask = *(unsigned long *)&((ucontext_t *)context)->uc_sigmask | 1ul << (CANCELLATION - 1);
            syscall(SYS_rt_sigprocmask, SIG_SETMASK, &mask, NULL, sizeof mask);
            glibc_compat_leave_thread(PTHREAD_CANCELED);
        }
    }
    set_state(state, NULL);
    musl_handler(signal, information, context);
}

static void install_handler(void)
{
    void glibc_compat_cancel_return(void);
    static void *volatile state, *volatile type;
    struct kernel_action action;
    set_state = glibc_compat_next("pthread_setcancelstate", &state);
    set_type = glibc_compat_next("pthread_setcanceltype", &type);
    if (syscall(SYS_rt_sigaction, CANCELLATION, NULL, &action, sizeof action.mask))
        return;
    // No handler of three arguments: a musl that does it another way, to which it is left.
    if (action.handler == (void *)SIG_DFL || action.handler == (void *)SIG_IGN || !(action.flags & SA_SIGINFO))
        return;
    musl_handler = action.handler;
    action.handler = handle;
    action.flags = (action.flags & ~(unsigned long)SA_ONSTACK) | HAS_RESTORER;
    action.restorer = glibc_compat_cancel_return;
    syscall(SYS_rt_sigaction, CANCELLATION, &action, NULL, sizeof action.mask);
}

static void prepare(void)
{
    static _Alignas(64) char ended_thread[BLOCK_RECORD];
    NEXT(pthread_cancel)((pthread_t)ended_thread);
    install_handler();
}

// A handler of the program's may cancel a thread as well.
static int cancel(pthread_t thread)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    static _Atomic char is_prepared;
    if (!is_prepared) {
        sigset_t all, before;
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        pthread_once(&once, prepare);
        is_prepared = 1;
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    }
    return NEXT(pthread_cancel)(thread);
}

// With cancellation disabled musl's function only notes it.
static int cancel_self(void)
{
    int state, type;
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, &state);
    int error = cancel(pthread_self());
    NEXT(pthread_setcanceltype)(PTHREAD_CANCEL_DEFERRED, &type);
    if (!error && state == PTHREAD_CANCEL_ENABLE && type == PTHREAD_CANCEL_ASYNCHRONOUS)
        glibc_compat_leave_thread(PTHREAD_CANCELED);
    if (type == PTHREAD_CANCEL_ASYNCHRONOUS)
        NEXT(pthread_setcanceltype)(type, NULL);
    NEXT(pthread_setcancelstate)(state, NULL);
    return error;
}

/// pthread_cancel(3).
int pthread_cancel(pthread_t thread)
{
    glibc_compat_cancellation_used = 1;
    glibc_compat_load_unwinder();
    return thread == pthread_self() ? cancel_self() : cancel(thread);
}
