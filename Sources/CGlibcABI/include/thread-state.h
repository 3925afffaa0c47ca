// What the shim keeps for each thread, beside what musl keeps.
#pragma once
#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdint.h>

#define THREAD_LOCAL __thread __attribute__((tls_model("initial-exec")))

/// glibc's __pthread_unwind_buf_t: a C cleanup handler that the compiler's header put into a frame.
struct cleanup_frame {
    unsigned long registers[8];
    int mask_was_saved;
    struct cleanup_frame *previous;
    struct old_cleanup *old;
    void *unused[2];
};

/// glibc's struct _pthread_cleanup_buffer: the same, as headers before 2.3.4 made them. Programs built for musl, which may preload the shim,
/// reserve the first three words only: the fourth belongs to the functions that musl's header does not call.
struct old_cleanup {
    void (*routine)(void *);
    void *argument;
    struct old_cleanup *previous;
    long cancel_type;
};

struct thread_state {
    /// Where the thread began: after its frames are unwound, control goes there. NULL in threads that musl made for itself.
    jmp_buf *base;
    void *result;
    struct cleanup_frame *cleanup;
    struct old_cleanup *old_cleanup;
    int exiting;
    /// It was cancelled or called pthread_exit: nothing cancels it any more.
    int leaving;
    /// As the program has set them last.
    int cancel_state, cancel_type;
    /// What musl is told where the program enables cancellation: inside the shim's own functions a signal's handler may do that.
    int least_cancel_state;
    /// It is inside a system call that is cancelled anywhere, whatever type the program has set: a handler is told so, as on glibc.
    int call_is_asynchronous;
    /// The kernel's number of the thread, 0 where nobody has asked for it yet.
    int id;
    /// The record of the stack (threads/stacks.h), NULL where the stack is the program's or musl's.
    struct thread_stack *stack;
    /// The thread has had a robust mutex: the kernel has musl's list of them.
    int has_robust_list;
    /// What glibc_compat_fork_generation lacks: a process with one thread writes to no page but the thread's own in a fork.
    int fork_generation;
    /// The shim's own fork calls musl's, and not the program or another function of musl's.
    int calls_fork;
};

extern THREAD_LOCAL struct thread_state glibc_compat_thread;

/// What a cancellation point leaves on the stack (threads/cancel-points.S), and the innermost that the thread is in.
struct cancel_point {
    unsigned long registers[6];
    struct cancel_point *enclosing;
    // Of a guarded call only.
    void (*cleanup)(void *);
    void *argument;
};
extern THREAD_LOCAL struct cancel_point *glibc_compat_cancel_point;

/// Runs `body` with the thread's base set, so that pthread_exit and cancellation end up behind the call: returns what the body returned,
/// or what pthread_exit was given.
void *glibc_compat_run_with_base(void *(*body)(void *), void *argument);

/// Unwinds the calling thread to its base, running C++ destructors and C cleanup handlers.
_Noreturn void glibc_compat_unwind(void);

/// Ends the calling thread with this result, which no cancellation interrupts any more.
_Noreturn void glibc_compat_leave_thread(void *result);

/// Finds the unwinder of libgcc_s. A thread that is cancelled anywhere must not have to load it.
void glibc_compat_load_unwinder(void);

/// A thread's end as glibc orders it: destructors of thread-local objects, then those of keys.
void glibc_compat_end_thread(void);

/// Makes glibc_compat_end_thread run when the calling thread ends, also where musl started the thread.
void glibc_compat_attach_thread(void);

void glibc_compat_run_thread_local_destructors(void);
void glibc_compat_run_key_destructors(void);
void glibc_compat_forget_priorities(void);
/// Gives the calling thread a resolver's state of its own (resolver/state.c).
void glibc_compat_res_thread_begins(void);

/// Runs and forgets every handler of atexit's list.
void glibc_compat_run_exit_handlers(int status);

/// Forgets fork handlers that a library registered. Called when it is unloaded.
void glibc_compat_forget_fork_handlers(void *library);
void glibc_compat_start_fork_handlers(void);

/// Whether any thread has ever been cancelled: until then a cancellation point that need not block need not look.
extern _Atomic char glibc_compat_cancellation_used;

/// Whether a thread that is cancelled inside a function of musl's here would be unwound from around it.
int glibc_compat_may_be_cancelled(void);

/// Calls the function with the three arguments. Where the thread is cancelled in it, or leaves through it by pthread_exit, `cleanup` is called,
/// unless it is NULL; where a longjmp leaves it or it returns, nothing is.
long glibc_compat_call_guarded(long, long, long, void *function, void (*cleanup)(void *), void *argument);

/// What `glibc_compat_restrict_cancellation` found.
struct cancellation {
    int least, musls, programs;
};

/// From here on no cancellation acts, or with PTHREAD_CANCEL_MASKED none but by ECANCELED, also where a signal's handler enables it meanwhile.
void glibc_compat_restrict_cancellation(struct cancellation *before, int state);
/// As it was before, but for what a handler has changed for good.
void glibc_compat_restore_cancellation(const struct cancellation *before);

/// A system call that is a cancellation point of the function which cancel-points.S has called: its result, or -1 with errno.
long glibc_compat_cancellable_call(long number, long a, long b, long c, long d, long e, long f);

/// In the child of a fork.
void glibc_compat_timers_forked(void);
void glibc_compat_aio_forked(void);
/// Of the thread that had this number before; and what the parent does to make that possible (streams/fork.c).
void glibc_compat_streams_forked(int thread);
void glibc_compat_streams_before_fork(void);

/// openat(2) for functions that are no cancellation points.
int glibc_compat_open_folder(int at, const char *path, int flags);

/// The kernel's number of the calling thread, of which musl keeps a copy.
int glibc_compat_thread_number(void);

/// Grows by four in each child, so that what was under way in another thread at the fork can be told: with the thread's own part.
extern int glibc_compat_fork_generation;

/// The highest address of the main thread's stack in use at the start.
extern void *glibc_compat_stack_end;
extern pthread_t glibc_compat_main_thread;

/// Where the program itself lies in memory, as dladdr tells it: never unloaded.
extern void *glibc_compat_program_base;

extern char __libc_single_threaded;

/// Before a thread is created, by the shim or by musl.
void glibc_compat_expect_threads(void);
