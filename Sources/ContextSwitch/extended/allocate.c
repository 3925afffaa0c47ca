// ucontext_t *ucontext_alloc(uint32_t flags); void ucontext_free(ucontext_t *): illumos' ucontext_alloc(3C), on pages of its own, so
// that no libc is needed. Behind the ucontext_t lies the area that getcontext_extd fills.
#include "../function.h"
#include <extended-machine.h>

#define PROT_READ_WRITE   3
#define MAP_PRIVATE_PAGES 0x22
#define ENOMEM            12
#define EINVAL            22

CONTEXT_HIDDEN int HIDDEN(fail)(long result);

static size_t pages(void) { return (extended_size() + 4095) & -(size_t)4096; }

struct glibc_compat_ucontext *ucontext_alloc(uint32_t flags)
{
    if (flags) {
        HIDDEN(fail)(-EINVAL);
        return NULL;
    }
    long memory = extended_system_call(EXTENDED_MMAP, 0, (long)pages(), PROT_READ_WRITE, MAP_PRIVATE_PAGES);
    if (memory < 0 && memory > -4096) {
        HIDDEN(fail)(-ENOMEM);
        return NULL;
    }
    extended_prepare((struct glibc_compat_ucontext *)memory);
    return (struct glibc_compat_ucontext *)memory;
}

void ucontext_free(struct glibc_compat_ucontext *context)
{
    if (context)
        extended_system_call(EXTENDED_MUNMAP, (long)context, (long)pages(), 0, 0);
}
