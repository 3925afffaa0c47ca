// Leaving a thread early: pthread_exit and cancellation run C++ destructors and C cleanup handlers on the way to the thread's base.
//
// The unwinder of libgcc_s walks the frames (found at run time, as glibc does: a C program need not have it). A frame that registered a C
// cleanup handler is left by a jump into it; it runs the handler and comes back through __pthread_unwind_next. Where the frames cannot be
// walked, because there is no unwinder or musl's code without unwind tables lies between, the registered handlers still run.
#include <dlfcn.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unwind.h>
#include "next.h"
#include "thread-state.h"

enum { SAVED_STACK_POINTER = 6 };

THREAD_LOCAL struct thread_state glibc_compat_thread;
static THREAD_LOCAL struct _Unwind_Exception exception;

typedef _Unwind_Reason_Code forced_unwind_function(struct _Unwind_Exception *, _Unwind_Stop_Fn, void *);
typedef _Unwind_Word get_cfa_function(struct _Unwind_Context *);
static forced_unwind_function *_Atomic forced_unwind;
static get_cfa_function *_Atomic get_cfa;

void glibc_compat_load_unwinder(void)
{
    static _Atomic int tried;
    if (tried)
        return;
    void *library = dlopen("libgcc_s.so.1", RTLD_NOW);
    if (library) {
        get_cfa = (get_cfa_function *)dlsym(library, "_Unwind_GetCFA");
        forced_unwind = get_cfa ? (forced_unwind_function *)dlsym(library, "_Unwind_ForcedUnwind") : NULL;
    }
    tried = 1;
}

// How far out a frame is, in the order in which frames end. Seen from the thread's base, which has 0 and ends last, the frames of the thread's own
// stack are below and count as far out as they are near to it; other stacks, a signal's or a coroutine's, come before them.
static uintptr_t order(uintptr_t stack_pointer)
{
    return stack_pointer - ((struct cleanup_frame *)glibc_compat_thread.base)->registers[SAVED_STACK_POINTER];
}

// Old-style handlers sit in frames: those before `limit` belong to frames that are gone.
static void run_old_cleanups(uintptr_t limit)
{
    struct old_cleanup *cleanup;
    while ((cleanup = glibc_compat_thread.old_cleanup) && order((uintptr_t)cleanup) < limit) {
        glibc_compat_thread.old_cleanup = cleanup->previous;
        cleanup->routine(cleanup->argument);
    }
}

THREAD_LOCAL struct cancel_point *glibc_compat_cancel_point;
_Noreturn void glibc_compat_unwind_from(struct cancel_point *point);
_Noreturn void glibc_compat_unwind_from_guarded(struct cancel_point *point);

// Where the function called from the frame will return to, below the registers.
static const unsigned char *return_address(struct cancel_point *point) { return ((const unsigned char **)point)[-1]; }

static int is_guarded(struct cancel_point *point)
{
    extern const unsigned char back[] __asm__("glibc_compat_guarded_return") __attribute__((visibility("hidden")));
    return return_address(point) == back;
}

// The cancellation point (cancel-points.S) that the thread is in, seen from a frame further in; NULL where there is none. What leaves a
// signal's handler otherwise than by longjmp leaves points behind whose frames are gone. In a living one stands, below the registers, where the
// function will return to.
static struct cancel_point *point_around(uintptr_t frame)
{
    extern const unsigned char image[] __asm__("__ehdr_start") __attribute__((visibility("hidden")));
    extern const unsigned char code_end[] __asm__("etext") __attribute__((visibility("hidden")));
    static const unsigned char call[] = { 0x41, 0xff, 0xd3 };
    struct cancel_point *point = glibc_compat_cancel_point;
    if (!point || order((uintptr_t)point) <= order(frame))
        return NULL;
    const unsigned char *back = return_address(point);
    return back >= image + sizeof call && back < code_end && !memcmp(back - sizeof call, call, sizeof call) ? point : NULL;
}

int glibc_compat_may_be_cancelled(void)
{
    if (!glibc_compat_thread.base)
        return 0;
    // A process with one thread has no frames until the first cancellation.
    return point_around((uintptr_t)__builtin_frame_address(0)) || (__libc_single_threaded && !glibc_compat_cancellation_used);
}

static void leave(struct cancel_point *point)
{
    glibc_compat_cancel_point = point->enclosing;
    if (is_guarded(point) && point->cleanup)
        point->cleanup(point->argument);
}

// Those in frames that are before `limit`, and gone or going.
static void leave_points(uintptr_t limit)
{
    uintptr_t inner = (uintptr_t)__builtin_frame_address(0);
    struct cancel_point *point;
    while ((point = point_around(inner)) && order((uintptr_t)point) < limit) {
        leave(point);
        inner = (uintptr_t)point;
    }
}

static _Noreturn void unwind_from(struct cancel_point *point)
{
    int guarded = is_guarded(point);
    leave(point);
    if (guarded)
        glibc_compat_unwind_from_guarded(point);
    glibc_compat_unwind_from(point);
}

static _Noreturn void jump_to_target(void)
{
    struct cleanup_frame *cleanup = glibc_compat_thread.cleanup;
    uintptr_t limit = cleanup ? order(cleanup->registers[SAVED_STACK_POINTER]) : UINTPTR_MAX;
    run_old_cleanups(limit);
    leave_points(limit);
    // It may have changed meanwhile.
    cleanup = glibc_compat_thread.cleanup;
    if (!cleanup) {
        glibc_compat_cancel_point = NULL;
        longjmp(*glibc_compat_thread.base, 1);
    }
    if (order((uintptr_t)glibc_compat_cancel_point) < order(cleanup->registers[SAVED_STACK_POINTER]))
        glibc_compat_cancel_point = NULL;
    longjmp((struct __jmp_buf_tag *)cleanup, 1);
}

// Called before each frame is left. A frame's CFA, as the unwinder counts it here, is the frame's own stack pointer at its call.
static _Unwind_Reason_Code stop(int version, _Unwind_Action actions, _Unwind_Exception_Class class, struct _Unwind_Exception *object,
                                struct _Unwind_Context *context, void *unused)
{
    (void)version, (void)class, (void)object, (void)unused;
    struct cleanup_frame *cleanup = glibc_compat_thread.cleanup;
    uintptr_t cfa = get_cfa(context), here = order(cfa);
    // A coroutine's stack may lie above the thread's own: only the base's very frame is the base.
    if (cleanup ? here >= order(cleanup->registers[SAVED_STACK_POINTER]) : !here)
        jump_to_target();
    leave_points(here);
    if (actions & _UA_END_OF_STACK) {
        // A function of musl. The frame in front of it is a cancellation point's, and can be walked.
        struct cancel_point *point = point_around(cfa);
        if (point && !(cleanup && order((uintptr_t)point) >= order(cleanup->registers[SAVED_STACK_POINTER]))) {
            run_old_cleanups(order((uintptr_t)point));
            unwind_from(point);
        }
        jump_to_target();
    }
    run_old_cleanups(here);
    return _URC_NO_REASON;
}

// A catch (...) that does not throw on would keep a thread alive that must end: glibc stops the process, with this text.
static void swallowed(_Unwind_Reason_Code reason, struct _Unwind_Exception *object)
{
    (void)reason, (void)object;
    static const char message[] = "FATAL: exception not rethrown\n";
    (void)!write(2, message, sizeof message - 1);
    abort();
}

_Noreturn void glibc_compat_unwind(void)
{
    glibc_compat_thread.exiting = 1;
    glibc_compat_load_unwinder();
    if (forced_unwind) {
        memset(&exception, 0, sizeof exception);
        exception.exception_cleanup = swallowed;
        forced_unwind(&exception, stop, NULL);
    }
    jump_to_target();
}

// musl runs this when it acts on a cancellation, on the cancelled thread, from inside the function that was the cancellation point. The
// assembly in front of that function left the caller's registers: unwinding starts there, as if the function had just been called.
static void cancelled(void *unused)
{
    (void)unused;
    glibc_compat_thread.result = PTHREAD_CANCELED;
    glibc_compat_thread.exiting = glibc_compat_thread.leaving = 1;
    struct cancel_point *point = point_around((uintptr_t)__builtin_frame_address(0));
    if (point)
        unwind_from(point);
    jump_to_target();
}

struct musl_cleanup {
    void (*function)(void *);
    void *argument;
    struct musl_cleanup *next;
};

void *glibc_compat_run_with_base(void *(*body)(void *), void *argument)
{
    // musl's own list of handlers holds ours as its last: whatever ends the thread inside musl comes by here.
    static void *volatile push, *volatile pop;
    void (*musl_push)(void *, void (*)(void *), void *) = push ? push : glibc_compat_next("_pthread_cleanup_push", &push);
    void (*musl_pop)(void *, int) = pop ? pop : glibc_compat_next("_pthread_cleanup_pop", &pop);
    jmp_buf base;
    struct musl_cleanup hook = { 0 };
    void *volatile result = NULL;
    if (!_setjmp(base)) {
        glibc_compat_thread.base = &base;
        musl_push(&hook, cancelled, NULL);
        result = body(argument);
        musl_pop(&hook, 0);
    } else {
        NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, NULL);
        result = glibc_compat_thread.result;
        // Where pthread_exit brought us, musl's list may hold our handler still.
        hook.next = NULL;
        musl_pop(&hook, 0);
    }
    glibc_compat_thread.base = NULL;
    return result;
}

_Noreturn void glibc_compat_leave_thread(void *result)
{
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, NULL);
    glibc_compat_thread.leaving = 1;
    if (!glibc_compat_thread.base)
        NEXT(pthread_exit)(result);
    glibc_compat_thread.result = result;
    glibc_compat_unwind();
}

/// pthread_exit(3). A catch (...) that does not throw on ends the process, as on glibc.
_Noreturn void pthread_exit(void *result) { glibc_compat_leave_thread(result); }
