// programs linked to the functions' old versions find them, and a context of theirs comes and goes; the oldest on ppc fail with ENOSYS
// needs: libc glibc
// reference: not ppc64
// machine: ppc ppc64 s390x
// flags: -fPIC -pie
#include "fact.h"
#include "machine-for.h"
#include <dlfcn.h>
#ifdef OLD_VERSION
static ucontext_t here, other;
static fact_stack stack;
static volatile int passes, ran;
static void function(void) { ran++; }
static void *old(const char *name)
{
    void *found = dlvsym(RTLD_DEFAULT, name, OLD_VERSION);
    return found ? found : dlsym(RTLD_DEFAULT, name);
}
int main(void)
{
    int (*get)(ucontext_t *) __attribute__((returns_twice)) = (int (*)(ucontext_t *))old("getcontext");
    int (*set)(const ucontext_t *) = (int (*)(const ucontext_t *))old("setcontext");
    int (*swap)(ucontext_t *, const ucontext_t *) = (int (*)(ucontext_t *, const ucontext_t *))old("swapcontext");
    CHECK(dlvsym(RTLD_DEFAULT, "getcontext", OLD_VERSION));
    CHECK(get(&here) == 0);
    if (passes++ < 3)
        set(&here);
    CHECK(passes == 4);
    CHECK(get(&other) == 0);
    other.uc_stack.ss_sp = stack;
    other.uc_stack.ss_size = sizeof stack;
    other.uc_link = &here;
    makecontext(&other, function, 0);
    CHECK(swap(&here, &other) == 0 && ran == 1);
#ifdef UNSUPPORTED_VERSION
    static const char *const names[] = { "getcontext", "swapcontext", "makecontext" };
    for (int i = 0; i < 3; i++) {
        int (*unsupported)(ucontext_t *, ucontext_t *) = (int (*)(ucontext_t *, ucontext_t *))dlvsym(RTLD_DEFAULT, names[i], UNSUPPORTED_VERSION);
        errno = 0;
        CHECK(unsupported && unsupported(&here, &other) == -1 && errno == ENOSYS);
    }
#endif
    return 0;
}
#else
int main(void) { return 0; }			// ppc64, little endian: one version of each
#endif
