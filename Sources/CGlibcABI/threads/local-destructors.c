// __cxa_thread_atexit_impl: destructors of C++ thread_local objects.
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>
#include "thread-state.h"

struct local_destructor {
    void (*function)(void *);
    void *object;
    // Holds the library in memory until the destructor has run.
    void *library;
    struct local_destructor *older;
};

static THREAD_LOCAL struct local_destructor *newest;

int __cxa_thread_atexit_impl(void (*function)(void *), void *object, void *library);

static void *hold(void *inside_library)
{
    Dl_info information;
    if (!inside_library || !dladdr(inside_library, &information) || information.dli_fbase == glibc_compat_program_base)
        return NULL;
    return dlopen(information.dli_fname, RTLD_LAZY | RTLD_NOLOAD);
}

/// Source: the "Destructor support for thread_local variables" note of the Itanium C++ ABI. Runs them newest first, at the thread's end or,
/// for the thread that calls exit, before atexit's handlers. As in glibc, no memory ends the process.
int __cxa_thread_atexit_impl(void (*function)(void *), void *object, void *library)
{
    struct local_destructor *made = malloc(sizeof *made);
    if (!made) {
        static const char message[] = "Fatal glibc error: failed to register TLS destructor: out of memory\n";
        (void)!write(2, message, sizeof message - 1);
        abort();
    }
    *made = (struct local_destructor){ function, object, hold(library), newest };
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
        if (destructor.library)
            dlclose(destructor.library);
    }
}
