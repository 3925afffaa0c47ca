// How a glibc program starts: its _start calls __libc_start_main with main, the arguments and, before glibc 2.34, its own
// functions for the constructors. musl's function does what a libc needs; this one puts glibc's order around main.
#include <glibc-compat/loader-interface.h>
#include "next.h"
#include <stdlib.h>

typedef int main_function(int, char **, char **);
typedef void init_function(int, char **, char **);

// musl's own, whose last three arguments it ignores.
int __libc_start_main(main_function *, int, char **, init_function *, void (*)(void), void (*)(void), void *);

static main_function *program_main;
static init_function *program_init;

static int start_program(int argc, char **argv, char **envp)
{
    atexit(__glibc_compat_loader.run_destructors);
    __glibc_compat_loader.run_library_constructors(argc, argv, envp);
    if (program_init)
        program_init(argc, argv, envp);
    else
        __glibc_compat_loader.run_program_constructors(argc, argv, envp);
    return program_main(argc, argv, envp);
}

/// Starts the program; never returns. `init` is __libc_csu_init of a program linked before glibc 2.34, NULL since; `fini` and
/// `rtld_fini` are not needed: the loader runs all destructors. Source: LSB Core, "__libc_start_main".
int __libc_start_main(main_function *main, int argc, char **argv, init_function *init, void (*fini)(void), void (*rtld_fini)(void), void *stack_end)
{
    (void)fini;
    (void)rtld_fini;
    program_main = main;
    program_init = init;
    // Preloaded under musl's own loader: that one has run, or will run, the constructors.
    if (!&__glibc_compat_loader)
        return NEXT(__libc_start_main)(main, argc, argv, 0, 0, 0, stack_end);
    return NEXT(__libc_start_main)(start_program, argc, argv, 0, 0, 0, stack_end);
}
