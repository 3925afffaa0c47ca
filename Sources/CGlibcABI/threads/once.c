// <pthread.h>: pthread_once. An exception or a cancellation may leave the function; the next caller then tries again (std::call_once).
#include <pthread.h>
#include <threads.h>
#include <unwind.h>
#include "alias.h"
#include "attributes.h"
#include "thread-state.h"

// 0: not begun. DONE: finished. Else RUNNING and the fork generation: what ran in another thread at a fork never ends in the child.
enum { RUNNING = 1, DONE = 2 };

int glibc_compat_fork_generation;

// The functions under way in this thread, innermost first. What unwinds out of one passes the frame of glibc_compat_call_once, whose
// personality routine takes the entry off: no landing pad, so nothing of the compiler's runtime library is needed.
struct once_under_way {
    _Atomic int *control;
    struct once_under_way *outer;
};
static THREAD_LOCAL struct once_under_way *innermost;

void glibc_compat_call_once(void (*function)(void));

_Unwind_Reason_Code glibc_compat_once_personality(int version, _Unwind_Action actions, _Unwind_Exception_Class class,
                                                  struct _Unwind_Exception *object, struct _Unwind_Context *context)
{
    (void)version, (void)class, (void)object, (void)context;
    if (actions & _UA_CLEANUP_PHASE) {
        _Atomic int *control = innermost->control;
        innermost = innermost->outer;
        atomic_store(control, 0);
        glibc_compat_futex_wake(control);
    }
    return _URC_CONTINUE_UNWIND;
}

static __attribute__((noinline)) int run_once(_Atomic int *control, void (*function)(void))
{
    for (;;) {
        int state = atomic_load(control), running = (glibc_compat_fork_generation + glibc_compat_thread.fork_generation) | RUNNING;
        if (state == DONE)
            return 0;
        if (state == running) {
            glibc_compat_futex_wait(control, state);
            continue;
        }
        if (!atomic_compare_exchange_strong(control, &state, running))
            continue;
        struct once_under_way entry = { control, innermost };
        innermost = &entry;
        glibc_compat_call_once(function);
        innermost = entry.outer;
        atomic_store(control, DONE);
        glibc_compat_futex_wake(control);
        return 0;
    }
}

/// pthread_once(3).
int pthread_once(pthread_once_t *control, void (*function)(void))
{
    if (atomic_load_explicit((_Atomic int *)control, memory_order_acquire) == DONE)
        return 0;
    return run_once((_Atomic int *)control, function);
}
ALIAS(pthread_once, __pthread_once);

void call_once(once_flag *flag, void (*function)(void)) { pthread_once((pthread_once_t *)flag, function); }
