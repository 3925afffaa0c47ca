// __cxa_thread_atexit_impl: destructors of C++ thread_local objects.
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include "thread-state.h"

struct local_destructor {
    void (*function)(void *);
    void *object;
    struct local_destructor *older;
};

static THREAD_LOCAL struct local_destructor *newest;

int __cxa_thread_atexit_impl(void (*function)(void *), void *object, void *library);

/// Source: the "Destructor support for thread_local variables" note of the Itanium C++ ABI. Runs them newest first, at the thread's end or,
/// for the thread that calls exit, before atexit's handlers. As in glibc, no memory ends the process.
int __cxa_thread_atexit_impl(void (*function)(void *), void *object, void *library)
{
    (void)library;
    struct local_destructor *made = malloc(sizeof *made);
    if (!made) {
        static const char message[] = "Fatal glibc error: failed to register TLS destructor: out of memory\n";
        (void)!write(2, message, sizeof message - 1);
        abort();
    }
    *made = (struct local_destructor){ function, object, newest };
    newest = made;
    glibc_compat_attach_thread();
    return 0;
}

void glibc_compat_run_thread_local_destructors(void)
{
    while (newest) {
        struct local_destructor destructor = *newest;
        free(newest);
        newest = destructor.older;
        destructor.function(destructor.object);
    }
}
