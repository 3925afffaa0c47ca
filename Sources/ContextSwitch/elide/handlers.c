// A handler runs with another mask than the code that it interrupts, and rt_sigreturn sets whatever mask the frame has by then. So
// the kernel gets one wrapper for all handlers: the mask is unknown when a handler begins and unknown when it has ended.
//
// What programs see of their handlers is as without the wrapper: sigaction and its kin report the functions that were installed.
#include "elide.h"
#include <asm/unistd.h>
#define SYS_rt_sigprocmask __NR_rt_sigprocmask
#define SYS_getpid         __NR_getpid
#define SYS_sched_yield    __NR_sched_yield
#define SIG_SETMASK        2

#define SIGNALS 64
#define DEFAULT ((handler_function *)0)
#define IGNORE  ((handler_function *)1)
#define HOLD    ((handler_function *)2)
#define ERROR   ((handler_function *)-1)

/// The first member is what matters; glibc's and musl's are of one size.
struct action { handler_function *handler; unsigned char rest[144]; };

static handler_function *volatile installed[SIGNALS + 1];

CONTEXT_HIDDEN void HIDDEN(wrapper)(int signal, void *info, void *context)
{
    handler_function *function = installed[signal];
    restart_sequence(context);
    forget();
    function(signal, info, context);
    forget();                           // perhaps of another thread than before: a handler may switch contexts
}

static int is_function(handler_function *handler)
{
    return handler != DEFAULT && handler != IGNORE && handler != HOLD && handler != ERROR;
}

/// Held by a thread of the process with this number. A child made by fork may find it held by a thread that it does not have.
static volatile long holder;
/// Handlers install handlers: all signals wait while the table changes.
static uint64_t lock(void)
{
    const uint64_t all = -1;
    uint64_t before;
    HIDDEN(system_call)(SYS_rt_sigprocmask, SIG_SETMASK, &all, &before, sizeof all);
    long process = HIDDEN(system_call)(SYS_getpid), found = 0;
    while (!__atomic_compare_exchange_n(&holder, &found, process, 0, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED))
        if (found == process) {
            HIDDEN(system_call)(SYS_sched_yield);
            found = 0;
        }
    return before;
}
static void unlock(uint64_t before)
{
    __atomic_store_n(&holder, 0, __ATOMIC_RELEASE);
    HIDDEN(system_call)(SYS_rt_sigprocmask, SIG_SETMASK, &before, NULL, sizeof before);
}

extern int sigaction(int, const struct action *, struct action *);
EXPORT int sigaction(int signal, const struct action *new, struct action *old)
{
    __typeof__(&sigaction) function = NEXT(sigaction);
    if (signal < 1 || signal > SIGNALS)
        return function(signal, new, old);
    struct action copy, before;
    if (new)
        copy = *new;
    uint64_t mask = lock();
    handler_function *previous = installed[signal];
    if (new && is_function(copy.handler)) {
        installed[signal] = copy.handler;
        copy.handler = WRAPPER;
    }
    int result = function(signal, new ? &copy : NULL, &before);
    if (result != 0)
        installed[signal] = previous;
    unlock(mask);
    if (result == 0 && old) {
        *old = before;
        if (old->handler == WRAPPER)
            old->handler = previous;
    }
    return result;
}

// glibc's second name for it.
extern __typeof__(sigaction) __sigaction __attribute__((alias("sigaction"), visibility("default")));

typedef handler_function *installing(int, handler_function *);
static handler_function *install(int signal, handler_function *handler, installing *function)
{
    if (!function)
        return ERROR;
    if (signal < 1 || signal > SIGNALS)
        return function(signal, handler);
    handler_function *previous = installed[signal];
    if (is_function(handler)) {
        installed[signal] = handler;
        handler = WRAPPER;
    }
    handler_function *result = function(signal, handler);
    if (result == ERROR)
        installed[signal] = previous;
    return result == WRAPPER ? previous : result;
}
static handler_function *install_locked(int signal, handler_function *handler, installing *function)
{
    uint64_t mask = lock();
    handler_function *result = install(signal, handler, function);
    unlock(mask);
    return result;
}
#define INSTALLING(name) \
    extern installing name; \
    EXPORT handler_function *name(int number, handler_function *handler) { return install_locked(number, handler, NEXT(name)); }
INSTALLING(signal)
INSTALLING(bsd_signal)
INSTALLING(sysv_signal)
INSTALLING(__sysv_signal)
INSTALLING(ssignal)

extern installing sigset;
EXPORT handler_function *sigset(int signal, handler_function *handler)
{
    forget();                           // it blocks or unblocks the signal as well, and says what the mask was: no lock
    return install(signal, handler, NEXT(sigset));
}

void wrap_present_handlers(void)
{
    for (int signal = 1; signal <= SIGNALS; signal++) {
        struct action action;
        if (sigaction(signal, NULL, &action) == 0 && is_function(action.handler))
            sigaction(signal, &action, NULL);
    }
}
