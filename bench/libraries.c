// The libraries under measurement, each loaded for itself: the names are the same, so they are called through pointers.
#include "bench.h"
#include <dlfcn.h>

struct library libraries[LIBRARIES] = {
    [WITHOUT_MASK] = { .name = "libucontext" },
    [SHARED_FLAGS] = { .name = "libucontext, X87_FLAGS=no" },
    [WITH_MASK]    = { .name = "libglibc-ucontext" },
    [ELIDED]       = { .name = "libglibc-ucontext-elide" },
    [ELIDED_SHARED] = { .name = "libglibc-ucontext-elide, X87_FLAGS=no" },
    [GLIBC]        = { .name = "glibc" },
};

static void open_library(struct library *library, const char *build, const char *file, const char *prefix)
{
    char path[4096], name[64];
    snprintf(path, sizeof path, "%s%s%s", build, *build ? "/" : "", file);
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle)
        return;
    void **functions[] = { (void **)&library->get, (void **)&library->set, (void **)&library->swap, (void **)&library->make };
    static const char *const names[] = { "getcontext", "setcontext", "swapcontext", "makecontext" };
    for (int i = 0; i < 4; i++) {
        snprintf(name, sizeof name, "%s%s", prefix, names[i]);
        *functions[i] = dlsym(handle, name);
    }
    int (*elide)(int) = (int (*)(int))dlsym(handle, "glibc_compat_ucontext_mask_elide");
    if (elide)
        elide(1);
}

void open_libraries(const char *build)
{
    open_library(&libraries[WITHOUT_MASK], build, "libucontext.so.1", "libucontext_");
    open_library(&libraries[SHARED_FLAGS], build, "bench/shared-flags/libucontext.so.1", "libucontext_");
    open_library(&libraries[WITH_MASK], build, "libglibc-ucontext.so.1", "");
    open_library(&libraries[ELIDED], build, "libglibc-ucontext-elide.so.1", "");
    open_library(&libraries[ELIDED_SHARED], build, "bench/shared-flags/libglibc-ucontext-elide.so.1", "");
    open_library(&libraries[GLIBC], "", "libc.so.6", "");
}
