// The definition that comes after ours: musl's own function behind one that the shim overrides.
//
// Both ways into a process answer dlsym(RTLD_NEXT) right: under our loader it finds musl's, in a musl program that preloads the
// shim it finds what stands behind us in the scope. The answer is kept in a cache per call site, filled at the first call, because a library's
// constructor can call us before our own constructor ran.
#pragma once

/// Address of the next definition of `name` after the shim's. Never NULL: a musl without it stops the program with one line.
void *glibc_compat_next(const char *name, void *volatile *cache);

#define NEXT(function) \
    ((__typeof__(&function)) __extension__ ({ \
        static void *volatile next_cache; \
        void *next_function = next_cache; \
        next_function ? next_function : glibc_compat_next(#function, &next_cache); \
    }))
