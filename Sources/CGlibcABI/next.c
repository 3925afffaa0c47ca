#include "next.h"
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void *glibc_compat_next(const char *name, void *volatile *cache)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found) {
        static const char head[] = "libglibc-compat.so.1: this musl has no function ";
        (void)!write(2, head, sizeof head - 1);
        (void)!write(2, name, strlen(name));
        (void)!write(2, "\n", 1);
        _exit(127);
    }
    *cache = found;
    return found;
}
