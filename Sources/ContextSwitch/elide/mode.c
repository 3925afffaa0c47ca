// Whether system calls for the mask are left out: GLIBC_UCONTEXT_MASK=elide in the environment, or a call.
#include "elide.h"
#include <glibc-compat/ucontext-mask.h>

volatile unsigned char elision;
static volatile unsigned char distrusted;

extern char *secure_getenv(const char *) __attribute__((weak));
extern void *dlsym(void *, const char *) __attribute__((weak));

void *HIDDEN(next)(void **slot, const char *name)
{
    void *function = __atomic_load_n(slot, __ATOMIC_RELAXED);
    if (!function && dlsym) {
        function = dlsym((void *)-1, name); // RTLD_NEXT
        __atomic_store_n(slot, function, __ATOMIC_RELAXED);
    }
    return function;
}

// For the function `syscall`, which is assembly.
CONTEXT_HIDDEN void *HIDDEN(next_syscall);
CONTEXT_HIDDEN void HIDDEN(find_syscall)(void);
void HIDDEN(find_syscall)(void)
{
    HIDDEN(next)(&HIDDEN(next_syscall), "syscall");
}

EXPORT int glibc_compat_ucontext_mask_elide(int on)
{
    int before = elision;
    if (on && distrusted)
        return -1;
    if (on && !before)
        wrap_present_handlers();
    elision = on != 0;
    return before;
}

void distrust(void)
{
    distrusted = 1;
    elision = 0;
}

// A program that runs with more rights than its user has ignores the variable: secure_getenv knows AT_SECURE.
__attribute__((constructor)) static void read_environment(void)
{
    const char *value = secure_getenv ? secure_getenv("GLIBC_UCONTEXT_MASK") : NULL;
    const char *wanted = "elide";
    if (!value)
        return;
    while (*wanted && *value == *wanted)
        value++, wanted++;
    if (!*wanted && !*value)
        glibc_compat_ucontext_mask_elide(1);
}
