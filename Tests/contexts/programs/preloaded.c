// preloaded, all four functions are this library's, at glibc's version too, and no other of its names is visible
// shadow stacks: no: glibc's dlsym jumps out of a call where it finds nothing, and must know of them
// needs: libc glibc
// reference: no
// flags: -fPIC -pie
#include "fact.h"
#include "machine-for.h"
#include <dlfcn.h>
int main(void)
{
    static const char *const names[] = { "getcontext", "setcontext", "swapcontext", "makecontext" };
    static const char *const versions[] = { VERSION_OF_GET, VERSION_OF_SET, VERSION_OF_SWAP, VERSION_OF_MAKE };
    // Compared as functions: where a pointer to one is a descriptor's address, one function may have several.
    typedef void (*function)(void);
    function functions[] = { (function)getcontext, (function)setcontext, (function)swapcontext, (function)makecontext };
    for (int i = 0; i < 4; i++) {
        Dl_info info;
        CHECK(dladdr((void *)functions[i], &info) && strstr(info.dli_fname, "libglibc-ucontext"));
        CHECK((function)dlsym(RTLD_DEFAULT, names[i]) == functions[i]);
        CHECK((function)dlvsym(RTLD_DEFAULT, names[i], versions[i]) == functions[i]);
    }
    CHECK(!dlsym(RTLD_DEFAULT, "__getcontext") && !dlsym(RTLD_DEFAULT, "__start_context"));
    CHECK(!dlsym(RTLD_DEFAULT, "libucontext_getcontext"));
    return 0;
}
