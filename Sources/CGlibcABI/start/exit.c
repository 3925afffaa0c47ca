// <stdlib.h>: exit, quick_exit and their handlers, in glibc's order, with real __cxa_finalize: musl's forgets nothing at dlclose.
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>
#include "next.h"
#include "../streams/stream.h"
#include "../old/old-version.h"
#include "thread-state.h"

enum handler_kind { UNUSED, WITH_ARGUMENT, WITH_STATUS };

struct handler {
    enum handler_kind kind;
    union {
        void (*with_argument)(void *, int);
        void (*with_status)(int, void *);
    } function;
    void *argument, *library;
};

enum { BLOCK_SIZE = 32 };
struct block {
    struct block *older;
    unsigned used;
    struct handler handlers[BLOCK_SIZE];
};

// C requires 32 registrations to succeed: the first block needs no memory.
struct list {
    struct block *newest;
    struct block first;
};
static struct list at_exit = { .newest = &at_exit.first }, at_quick_exit_list = { .newest = &at_quick_exit_list.first };
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int add(struct list *list, struct handler handler)
{
    int result = 0;
    pthread_mutex_lock(&lock);
    struct block *block = list->newest;
    if (block->used == BLOCK_SIZE) {
        block = malloc(sizeof *block);
        if (block) {
            block->older = list->newest;
            block->used = 0;
            list->newest = block;
        }
    }
    if (block) {
        block->handlers[block->used++] = handler;
    } else {
        result = -1;
    }
    pthread_mutex_unlock(&lock);
    return result;
}

static int take_newest(struct list *list, struct handler *taken)
{
    int found = 0;
    pthread_mutex_lock(&lock);
    while (!found) {
        struct block *block = list->newest;
        if (!block->used) {
            if (!block->older)
                break;
            list->newest = block->older;
            free(block);
            continue;
        }
        *taken = block->handlers[--block->used];
        found = taken->kind != UNUSED;
    }
    pthread_mutex_unlock(&lock);
    return found;
}

static void call(const struct handler *handler, int status)
{
    if (handler->kind == WITH_STATUS)
        handler->function.with_status(status, handler->argument);
    else
        handler->function.with_argument(handler->argument, status);
}

static void run(struct list *list, int status)
{
    struct handler handler;
    while (take_newest(list, &handler))
        call(&handler, status);
}

void glibc_compat_run_exit_handlers(int status) { run(&at_exit, status); }

/// exit(3): destructors of the thread's thread-local objects, then handlers, newest first, then musl flushes stdio.
_Noreturn void exit(int status)
{
    glibc_compat_run_thread_local_destructors();
    run(&at_exit, status);
    // No cancellation acts while what the streams hold is written.
    NEXT(pthread_setcancelstate)(PTHREAD_CANCEL_DISABLE, NULL);
    glibc_compat_unlock_streams();
    NEXT(exit)(status);
}

/// quick_exit(3): no destructors of thread-local objects, nothing flushed.
_Noreturn void quick_exit(int status)
{
    run(&at_quick_exit_list, status);
    _Exit(status);
}

/// Before 2.24 the thread's own objects were destroyed first.
OLD_VERSION("quick_exit@GLIBC_2.10") _Noreturn void glibc_compat_quick_exit_2_10(int status)
{
    glibc_compat_run_thread_local_destructors();
    quick_exit(status);
}

/// Source: Itanium C++ ABI 3.3.5.3. glibc's atexit, in every program, is this with no argument.
int __cxa_atexit(void (*function)(void *), void *argument, void *library)
{
    return add(&at_exit, (struct handler){ WITH_ARGUMENT, { .with_argument = (void (*)(void *, int))(void *)function }, argument, library });
}

int __cxa_at_quick_exit(void (*function)(void *), void *library)
{
    return add(&at_quick_exit_list, (struct handler){ WITH_ARGUMENT, { .with_argument = (void (*)(void *, int))(void *)function }, NULL, library });
}

/// What the loader binds atexit(3) and at_quick_exit(3) of libraries that were built for musl to: one list, so that order holds. glibc's
/// own libraries bring these two with them.
int __glibc_compat_atexit(void (*function)(void)) { return __cxa_atexit((void (*)(void *))(void *)function, NULL, NULL); }
int __glibc_compat_at_quick_exit(void (*function)(void)) { return __cxa_at_quick_exit((void (*)(void *))(void *)function, NULL); }

/// on_exit(3).
int on_exit(void (*function)(int, void *), void *argument)
{
    return add(&at_exit, (struct handler){ WITH_STATUS, { .with_status = function }, argument, NULL });
}

// Takes the newest handler of the library (any library for NULL), wherever it is in the list.
static int take_from(struct list *list, void *library, struct handler *taken)
{
    for (struct block *block = list->newest; block; block = block->older)
        for (unsigned n = block->used; n-- > 0;) {
            struct handler *handler = &block->handlers[n];
            if (handler->kind != WITH_ARGUMENT || (library && handler->library != library))
                continue;
            *taken = *handler;
            handler->kind = UNUSED;
            return 1;
        }
    return 0;
}

/// Source: Itanium C++ ABI 3.3.5.3: runs the handlers that a library registered, newest first, each once.
void __cxa_finalize(void *library)
{
    struct handler handler;
    for (;;) {
        pthread_mutex_lock(&lock);
        int found = take_from(&at_exit, library, &handler);
        pthread_mutex_unlock(&lock);
        if (!found)
            break;
        call(&handler, 0);
    }
    if (!library)
        return;
    // A handler of quick_exit is forgotten with its library, not run.
    pthread_mutex_lock(&lock);
    while (take_from(&at_quick_exit_list, library, &handler))
        ;
    pthread_mutex_unlock(&lock);
    glibc_compat_forget_fork_handlers(library);
}
