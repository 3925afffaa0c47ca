// What pthread_cleanup_push and pthread_cleanup_pop expand to in C, in the headers of every age.
#include <pthread.h>
#include "alias.h"
#include "next.h"
#include "thread-state.h"

/// The frame called setjmp on the buffer before this. Source: Linux Standard Base, __pthread_register_cancel.
void __pthread_register_cancel(struct cleanup_frame *frame)
{
    frame->previous = glibc_compat_thread.cleanup;
    frame->old = glibc_compat_thread.old_cleanup;
    glibc_compat_thread.cleanup = frame;
}

void __pthread_unregister_cancel(struct cleanup_frame *frame)
{
    glibc_compat_thread.cleanup = frame->previous;
}

/// Reached after the frame's handler ran on the way out: on to the next one.
_Noreturn void __pthread_unwind_next(struct cleanup_frame *frame)
{
    glibc_compat_thread.cleanup = frame->previous;
    glibc_compat_unwind();
}

/// pthread_cleanup_push_defer_np(3): asynchronous cancellation is off until the handler is popped.
void __pthread_register_cancel_defer(struct cleanup_frame *frame)
{
    int type = PTHREAD_CANCEL_DEFERRED;
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    __pthread_register_cancel(frame);
    frame->unused[0] = (void *)(intptr_t)type;
}

void __pthread_unregister_cancel_restore(struct cleanup_frame *frame)
{
    __pthread_unregister_cancel(frame);
    pthread_setcanceltype((int)(intptr_t)frame->unused[0], NULL);
}

void glibc_push(struct old_cleanup *cleanup, void (*routine)(void *), void *argument) __asm__("_pthread_cleanup_push");
void glibc_push(struct old_cleanup *cleanup, void (*routine)(void *), void *argument)
{
    cleanup->routine = routine;
    cleanup->argument = argument;
    cleanup->previous = glibc_compat_thread.old_cleanup;
    glibc_compat_thread.old_cleanup = cleanup;
}

void glibc_pop(struct old_cleanup *cleanup, int execute) __asm__("_pthread_cleanup_pop");
void glibc_pop(struct old_cleanup *cleanup, int execute)
{
    glibc_compat_thread.old_cleanup = cleanup->previous;
    if (execute)
        cleanup->routine(cleanup->argument);
}

void _pthread_cleanup_push_defer(struct old_cleanup *cleanup, void (*routine)(void *), void *argument)
{
    int type = PTHREAD_CANCEL_DEFERRED;
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    glibc_push(cleanup, routine, argument);
    cleanup->cancel_type = type;
}

void _pthread_cleanup_pop_restore(struct old_cleanup *cleanup, int execute)
{
    glibc_compat_thread.old_cleanup = cleanup->previous;
    pthread_setcanceltype((int)cleanup->cancel_type, NULL);
    if (execute)
        cleanup->routine(cleanup->argument);
}

struct routine_frame {
    void (*routine)(void *);
    void *argument;
    int execute;
    int type;
};

/// The handler of C compiled with -fexceptions, in the versions of the header that did not inline it.
void __pthread_cleanup_routine(struct routine_frame *frame)
{
    if (frame->execute)
        frame->routine(frame->argument);
}
