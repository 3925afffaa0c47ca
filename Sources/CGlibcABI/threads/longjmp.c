// <setjmp.h>: longjmp out of a signal's handler that interrupted a cancellation point or a wait of musl's.
//
// The frames that it leaves are on lists of the thread: musl's, of what is to be done where the thread is cancelled in a wait (sem_wait has an
// entry there), and ours of cancellation points (cancel-points.S). A later cancellation would call what is no longer there. glibc's longjmp, too,
// takes them off. A process with one thread has nothing to take off that a cancellation would meet.
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include "alias.h"
#include "next.h"
#include "thread-state.h"

// musl's words of a jmp_buf, and a record of its list: both are the same in every musl, the second in what its pthread_cleanup_push compiles to.
enum { STACK_POINTER_WORD = 6 };
struct musl_cleanup {
    void (*function)(void *);
    void *argument;
    struct musl_cleanup *next;
};

extern char __libc_single_threaded;

static void *volatile push, *volatile pop, *volatile next;

// It may be called first in a handler, where nothing should be looked for.
__attribute__((constructor)) static void find_all(void)
{
    glibc_compat_next("_pthread_cleanup_push", &push);
    glibc_compat_next("_pthread_cleanup_pop", &pop);
    glibc_compat_next("longjmp", &next);
}

static int is_on_other_stack(void)
{
    stack_t stack;
    return !sigaltstack(NULL, &stack) && stack.ss_flags & SS_ONSTACK;
}

// Whether what is at `place` is left by a jump from `here` to where the stack pointer is `target`.
static int is_left(const void *place, uintptr_t here, uintptr_t target)
{
    return place && (uintptr_t)place < target && ((uintptr_t)place >= here || is_on_other_stack());
}

static void forget_musls(uintptr_t here, uintptr_t target)
{
    struct musl_cleanup first;
    ((void (*)(void *, void (*)(void *), void *))push)(&first, NULL, NULL);
    // The outermost entry is ours and stays (unwind.c), also where another stack makes it seem to be left.
    while (first.next && first.next->next && is_left(first.next, here, target))
        first.next = first.next->next;
    ((void (*)(void *, int))pop)(&first, 0);
}

static _Noreturn void jump(jmp_buf environment, int value)
{
    if (!next)
        find_all();
    if (!__libc_single_threaded) {
        uintptr_t here = (uintptr_t)__builtin_frame_address(0), target = environment[0].__jb[STACK_POINTER_WORD];
        forget_musls(here, target);
        while (is_left(glibc_compat_cancel_point, here, target))
            glibc_compat_cancel_point = glibc_compat_cancel_point->enclosing;
    }
    ((__typeof__(&longjmp))next)(environment, value);
    __builtin_unreachable();
}

/// longjmp(3), siglongjmp(3).
_Noreturn void longjmp(jmp_buf environment, int value) { jump(environment, value); }
ALIAS(longjmp, _longjmp);
ALIAS(longjmp, siglongjmp);
