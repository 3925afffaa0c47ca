// Whether system calls for the mask are left out: GLIBC_UCONTEXT_MASK=elide in the environment, or a call.
#include "elide.h"
#include <glibc-compat/ucontext-mask.h>

volatile unsigned char elision;
static volatile unsigned char distrusted;

extern char *secure_getenv(const char *) __attribute__((weak));
extern void *dlsym(void *, const char *) __attribute__((weak));
extern char *dlerror(void) __attribute__((weak));

CONTEXT_HIDDEN extern struct context_next __start_context_next[], __stop_context_next[];

void *HIDDEN(next)(struct context_next *next)
{
    const char *name = __atomic_load_n(&next->name, __ATOMIC_ACQUIRE);
    if (name && dlsym) {
        next->function = dlsym((void *)-1, name); // RTLD_NEXT
        __atomic_store_n(&next->name, NULL, __ATOMIC_RELEASE);
    }
    return next->function;
}

// For the function `syscall`, which is assembly.
CONTEXT_HIDDEN void *HIDDEN(next_syscall);
CONTEXT_HIDDEN void HIDDEN(find_syscall)(void);
extern long syscall(long, ...);
void HIDDEN(find_syscall)(void)
{
    HIDDEN(next_syscall) = (void *)NEXT(syscall);
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

static void look_everything_up(void)
{
    int missing = 0;
    HIDDEN(find_syscall)();
    for (struct context_next *next = __start_context_next; next < __stop_context_next; next++)
        missing |= !HIDDEN(next)(next);
    if (missing && dlerror)
        dlerror();                      // which is the program's to ask, of its own calls
}

// A program that runs with more rights than its user has ignores the variable: secure_getenv knows AT_SECURE.
__attribute__((constructor)) static void read_environment(void)
{
    look_everything_up();
    const char *value = secure_getenv ? secure_getenv("GLIBC_UCONTEXT_MASK") : NULL;
    const char *wanted = "elide";
    if (!value)
        return;
    while (*wanted && *value == *wanted)
        value++, wanted++;
    if (!*wanted && !*value)
        glibc_compat_ucontext_mask_elide(1);
}
