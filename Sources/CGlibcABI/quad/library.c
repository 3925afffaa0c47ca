// libquadmath, found at run time.
#include "quad.h"
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#if defined __x86_64__
static void *volatile library;

static void stop(const char *name, const char *why)
{
    dprintf(2, "glibc-compat: %s needs libquadmath.so.0 (Debian: libquadmath0): %s\n", name, why ? why : "no such function");
    abort();
}

void *glibc_compat_quad(const char *name, void *volatile *cache)
{
    // Two threads may both open it, which counts it twice and does no harm.
    if (!library) {
        void *opened = dlopen("libquadmath.so.0", RTLD_NOW);
        if (!opened) stop(name, dlerror());
        library = opened;
    }
    void *found = dlsym(library, name);
    if (!found) stop(name, NULL);
    return *cache = found;
}
#endif
