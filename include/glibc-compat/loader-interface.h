// Where the loader and the shim meet. The loader defines the object, the shim refers to it weakly: in a musl program that
// preloads the shim there is no loader of ours, the address is NULL, and the shim relies on musl's.
#pragma once
#include <stdint.h>

struct glibc_compat_loader {
    /// Size of this structure in bytes as the loader knows it: a shim reads no member beyond it.
    uint32_t size;
    /// Non-zero where the kernel set AT_SECURE.
    uint32_t secure;
    /// The program's absolute path where the loader was started as a command (then /proc/self/exe names the loader), else NULL.
    const char *command_program;
    /// Runs the program's DT_PREINIT_ARRAY, then every library's constructors, dependencies first; not the program's own.
    void (*run_library_constructors)(int argc, char **argv, char **envp);
    /// Runs the program's DT_INIT and DT_INIT_ARRAY (for programs that pass no init function to __libc_start_main).
    void (*run_program_constructors)(int argc, char **argv, char **envp);
    /// Runs all destructors in reverse order of construction, the program's first (glibc's _dl_fini).
    void (*run_destructors)(void);
    /// Around the creation of a thread: a library with initial-exec TLS opened meanwhile must not miss it. Both are async-signal-unsafe.
    void (*thread_create_begin)(void);
    void (*thread_create_end)(void);
    /// The calling thread ends: its dynamically allocated TLS blocks are freed.
    void (*thread_exit)(void);
    /// In the child of a fork: only the calling thread is left, so locks that other threads held are released.
    void (*forked)(void);
    /// musl's two words for the size and the alignment of a thread's block of variables, NULL where they are not known; `below` is how much of
    /// the block lies below the thread pointer.
    unsigned long *(*thread_block_words)(unsigned long *below);
    /// Runs the program's DT_PREINIT_ARRAY, which run_library_constructors then leaves out: before the shim calls anything that allocates.
    void (*run_first_constructors)(int argc, char **argv, char **envp);
};

extern struct glibc_compat_loader __glibc_compat_loader __attribute__((weak));

/// What the shim tells the loader of its functions that are chosen by processor: `count` stubs of `stub_size` bytes from `stubs` on, each a
/// function that jumps to the chosen one. `choose` makes the choice and returns the chosen functions' addresses in the stubs' order; the
/// loader calls it once the shim is relocated and binds references to the chosen functions in the stubs' place.
struct glibc_compat_functions {
    const void *stubs;
    uint32_t stub_size, count;
    void *(*choose)(void);
};
extern const struct glibc_compat_functions __glibc_compat_functions;
