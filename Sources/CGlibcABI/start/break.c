// <unistd.h>: brk and sbrk that work. musl's always fail, because its allocator owns the kernel's break.
//
// Programs with an allocator of their own, and old ones, still grow a break. It lies here in an address range that is reserved without
// access when it is first asked for and made usable as it grows. The range begins at the kernel's break: Lisps that were saved with their
// heap as data, like GCL, go on growing it from there. musl's allocator finds no room behind the break from then on, and maps its memory.
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "alias.h"

enum { PAGE = 4096 };
static const size_t largest = (size_t)64 << 30, smallest = (size_t)16 << 20, least_behind_data = (size_t)1 << 30;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char *start, *limit;
// glibc exports the present break under this name.
void *__curbrk;

static char *page_end(char *address) { return (char *)(((uintptr_t)address + PAGE - 1) & -(uintptr_t)PAGE); }

static int reserve_at(char *wanted, size_t size)
{
    int place = wanted ? MAP_FIXED_NOREPLACE : 0;
    char *range = mmap(wanted, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | place, -1, 0);
    if (range == MAP_FAILED)
        return 0;
    // Kernels before 4.17 take the place as a hint.
    if (wanted && range != wanted) {
        munmap(range, size);
        return 0;
    }
    start = __curbrk = range;
    limit = range + size;
    return 1;
}

static int reserve(void)
{
    char *kernels = page_end((char *)syscall(SYS_brk, 0));
    // Under a limit of the address space a smaller range has to do.
    for (size_t size = largest; kernels && !start && size >= least_behind_data; size /= 2)
        reserve_at(kernels, size);
    for (size_t size = largest; !start && size >= smallest; size /= 2)
        reserve_at(NULL, size);
    return start ? 0 : -1;
}

static int move_break(char *to)
{
    char *before = page_end(__curbrk), *after = page_end(to);
    if (to < start || to > limit) {
        errno = ENOMEM;
        return -1;
    }
    if (after > before && mprotect(before, (size_t)(after - before), PROT_READ | PROT_WRITE)) {
        errno = ENOMEM;
        return -1;
    }
    // Given back: a later growth finds zeros, as with the kernel's break.
    if (after < before && mmap(after, (size_t)(before - after), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED, -1, 0) == MAP_FAILED)
        return -1;
    __curbrk = to;
    return 0;
}

/// brk(2). Errors: ENOMEM.
int brk(void *address)
{
    pthread_mutex_lock(&lock);
    int result = start || !reserve() ? move_break(address) : -1;
    pthread_mutex_unlock(&lock);
    return result;
}

/// sbrk(2): the old break, or (void *)-1 with ENOMEM.
void *sbrk(intptr_t increment)
{
    pthread_mutex_lock(&lock);
    void *result = (void *)-1;
    if (start || !reserve()) {
        char *old = __curbrk;
        // Checked as distances: an address that wraps around must not pass.
        if (increment > limit - old || -increment > old - start)
            errno = ENOMEM;
        else if (!increment || !move_break(old + increment))
            result = old;
    }
    pthread_mutex_unlock(&lock);
    return result;
}
ALIAS(sbrk, __sbrk);
