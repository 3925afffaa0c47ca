// libnsl.so.2, found at run time.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#if defined __x86_64__
static void *volatile library;

/// The function of libnsl.so.2. Without the library the process ends with one line that names it.
__attribute__((visibility("hidden"))) void *glibc_compat_nis(const char *name)
{
    // Two threads may both open it, which counts it twice and does no harm.
    if (!library)
        library = dlopen("libnsl.so.2", RTLD_NOW);
    void *found = library ? dlsym(library, name) : NULL;
    if (!found) {
        const char *why = library ? NULL : dlerror();
        dprintf(2, "glibc-compat: %s needs libnsl.so.2 (Debian: libnsl2): %s\n", name, why ? why : "no such function");
        abort();
    }
    return found;
}
#endif
