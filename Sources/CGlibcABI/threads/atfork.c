// <pthread.h>: fork handlers that know their library, so that unloading it forgets them.
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include "atfork.h"
#include "thread-state.h"

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

struct fork_handler *glibc_compat_run_prepare_handlers(void)
{
    struct fork_handler *last = newest;
    for (struct fork_handler *each = last; each; each = each->older)
        if (each->prepare && !each->forgotten)
            each->prepare();
    return last;
}

void glibc_compat_run_fork_handlers(struct fork_handler *last, int in_child)
{
    for (struct fork_handler *each = last ? oldest : NULL; each; each = each == last ? NULL : each->newer) {
        void (*function)(void) = in_child ? each->child : each->parent;
        if (function && !each->forgotten)
            function();
    }
}

void glibc_compat_hold_fork_handlers(void) { pthread_mutex_lock(&lock); }
void glibc_compat_release_fork_handlers(void) { pthread_mutex_unlock(&lock); }
