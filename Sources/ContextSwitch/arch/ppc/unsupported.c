// glibc's oldest versions of the four functions, from before the kernel kept contexts: they fail with ENOSYS (errno(3)), here too.
#include "../../function.h"

#ifdef WITH_VERSIONS
#define ENOSYS 38
CONTEXT_HIDDEN int HIDDEN(fail)(long result);

#define UNSUPPORTED(name, version) \
    __attribute__((weak)) int name##_unsupported(void) { return HIDDEN(fail)(-ENOSYS); } \
    __asm__(".symver " #name "_unsupported, " #name "@" version ", remove");
UNSUPPORTED(getcontext, "GLIBC_2.1")
UNSUPPORTED(setcontext, "GLIBC_2.0")
UNSUPPORTED(swapcontext, "GLIBC_2.1")
UNSUPPORTED(makecontext, "GLIBC_2.1")
#else
typedef int glibc_compat_no_old_versions;
#endif
