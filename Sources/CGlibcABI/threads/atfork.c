// <pthread.h>: fork handlers that know their library, so that unloading it forgets them.
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <glibc-compat/loader-interface.h>
#include "allocator.h"
#include "blocks.h"
#include "ceilings.h"
#include "next.h"
#include "stacks.h"
#include "thread-state.h"

extern char __libc_single_threaded;

struct fork_handler {
    void (*prepare)(void), (*parent)(void), (*child)(void);
    void *library;
    struct fork_handler *_Atomic older, *_Atomic newer;
    _Atomic int forgotten;
};

// Only ever grows: a fork walks it without a lock while handlers run.
static struct fork_handler *_Atomic newest, *_Atomic oldest;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

int __register_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void), void *library);

/// Source: Linux Standard Base, __register_atfork; pthread_atfork(3) of every glibc program calls it. Errors: ENOMEM.
int __register_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void), void *library)
{
    struct fork_handler *made = malloc(sizeof *made);
    if (!made)
        return ENOMEM;
    pthread_mutex_lock(&lock);
    *made = (struct fork_handler){ prepare, parent, child, library, newest, NULL, 0 };
    if (newest)
        newest->newer = made;
    else
        oldest = made;
    newest = made;
    pthread_mutex_unlock(&lock);
    return 0;
}

// Objects linked against glibc before 2.34 bind to this name where the static part of libc did not satisfy it.
int pthread_atfork(void (*prepare)(void), void (*parent)(void), void (*child)(void))
{
    return __register_atfork(prepare, parent, child, NULL);
}

void glibc_compat_forget_fork_handlers(void *library)
{
    for (struct fork_handler *each = newest; each; each = each->older)
        if (each->library == library)
            each->forgotten = 1;
}

// A handler registered by a handler does not run in the same fork: the walk ends where the list ended.
static struct fork_handler *newest_at_fork;

static void prepare(void)
{
    newest_at_fork = newest;
    for (struct fork_handler *each = newest_at_fork; each; each = each->older)
        if (each->prepare && !each->forgotten)
            each->prepare();
    pthread_mutex_lock(&lock);
}

static void after(int in_child)
{
    struct fork_handler *last = newest_at_fork;
    for (struct fork_handler *each = last ? oldest : NULL; each; each = each == last ? NULL : each->newer) {
        void (*function)(void) = in_child ? each->child : each->parent;
        if (function && !each->forgotten)
            function();
    }
}

static void in_parent(void)
{
    pthread_mutex_unlock(&lock);
    after(0);
}

// The word that the kernel clears when a thread of musl's is gone: musl's lock of the thread list. A fork loses it, and musl 1.2.3 does not set
// it again, so a child whose first thread ended by pthread_exit would leave the list locked for its other threads.
static int *thread_exit_word;

static void in_child(void)
{
    if (thread_exit_word)
        syscall(SYS_set_tid_address, thread_exit_word);
    glibc_compat_thread.id = 0;
    glibc_compat_fork_generation += 4;
    glibc_compat_stacks_forked();
    glibc_compat_creation_forked();
    glibc_compat_priorities_forked();
    pthread_mutex_unlock(&lock);
    if (&__glibc_compat_loader)
        __glibc_compat_loader.forked();
    if (!__libc_single_threaded)
        glibc_compat_heap_forked();
    after(1);
}

/// _Fork(3): no handlers run.
pid_t _Fork(void)
{
    pid_t child = NEXT(_Fork)();
    if (!child) {
        glibc_compat_thread.id = 0;
        glibc_compat_creation_forked();
    }
    return child;
}

void glibc_compat_start_fork_handlers(void)
{
    // A kernel without PR_GET_TID_ADDRESS leaves the pointer NULL.
    prctl(PR_GET_TID_ADDRESS, &thread_exit_word);
    NEXT(pthread_atfork)(prepare, in_parent, in_child);
}
