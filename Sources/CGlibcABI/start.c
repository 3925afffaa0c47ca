// __libc_start_main: what a glibc program's _start calls. musl starts the C library, then calls us back in main's place.
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>
#include <glibc-compat/loader-interface.h>
#include "next.h"
#include "streams/stream.h"
#include "thread-state.h"
#include "wordexp-support.h"

typedef int main_function(int, char **, char **);
typedef void init_function(int, char **, char **);

int __libc_start_main(main_function *main, int argc, char **argv, init_function *init, void (*fini)(void), void (*loader_fini)(void),
                      void *stack_end);

// <sys/single_threaded.h>: true until the first thread is created.
char __libc_single_threaded = 1;
int __libc_enable_secure;
void *glibc_compat_stack_end;
pthread_t glibc_compat_main_thread;
void *glibc_compat_program_base;

static struct {
    main_function *main;
    init_function *init;
    int argc;
    char **argv, **environment;
} program;

char **glibc_compat_arguments(int *count)
{
    *count = program.argc;
    return program.argv;
}

static void *call_main(void *status)
{
    *(int *)status = program.main(program.argc, program.argv, program.environment);
    return NULL;
}

// musl ends the process itself where the last thread calls pthread_exit: its handler list leads to ours.
static void run_handlers_from_musl(void)
{
    glibc_compat_run_thread_local_destructors();
    glibc_compat_run_exit_handlers(0);
}

static void run_destructors(void *unused)
{
    (void)unused;
    __glibc_compat_loader.run_destructors();
}

int __cxa_atexit(void (*function)(void *), void *argument, void *library);

static int run_program(int argc, char **argv, char **environment)
{
    program.argc = argc;
    program.argv = argv;
    program.environment = environment;
    glibc_compat_start_streams();
    glibc_compat_main_thread = pthread_self();
    Dl_info program_information;
    if (dladdr((void *)program.main, &program_information))
        glibc_compat_program_base = program_information.dli_fbase;
    NEXT(atexit)(run_handlers_from_musl);
    // A runtime inside of the program that replaces malloc (ThreadSanitizer) starts there, and nothing may allocate before: musl does for a
    // fork handler.
    if (&__glibc_compat_loader && __glibc_compat_loader.size > offsetof(struct glibc_compat_loader, run_first_constructors))
        __glibc_compat_loader.run_first_constructors(argc, argv, environment);
    glibc_compat_start_fork_handlers();
    if (&__glibc_compat_loader) {
        __libc_enable_secure = __glibc_compat_loader.secure != 0;
        // Registered first, so that it runs last.
        __cxa_atexit(run_destructors, NULL, NULL);
        __glibc_compat_loader.run_library_constructors(argc, argv, environment);
        if (program.init)
            program.init(argc, argv, environment);
        else
            __glibc_compat_loader.run_program_constructors(argc, argv, environment);
    }
    int status = 0;
    glibc_compat_run_with_base(call_main, &status);
    if (glibc_compat_thread.exiting) {
        // As in glibc: the main thread's thread-local objects live until exit, which is now if it is the last thread.
        glibc_compat_run_key_destructors();
        NEXT(pthread_exit)(NULL);
    }
    exit(status);
}

/// Source: Linux Standard Base, __libc_start_main. `init` is what programs linked before glibc 2.34 pass; under musl's own loader it is not
/// called, because that loader has run the program's constructors by then. `fini` and the loader's function are the loader's business.
int __libc_start_main(main_function *main, int argc, char **argv, init_function *init, void (*fini)(void), void (*loader_fini)(void),
                      void *stack_end)
{
    (void)fini;
    (void)loader_fini;
    program.main = main;
    program.init = init;
    glibc_compat_stack_end = stack_end;
    typedef int musl_start(main_function *, int, char **, void *, void *, void *);
    static void *volatile next;
    musl_start *start = (musl_start *)(next ? next : glibc_compat_next("__libc_start_main", &next));
    return start(run_program, argc, argv, NULL, NULL, NULL);
}

// Names that objects of old compilers call: there is nothing left to do in them.
void __libc_init_first(int argc, char **argv, char **environment)
{
    (void)argc;
    (void)argv;
    (void)environment;
}
