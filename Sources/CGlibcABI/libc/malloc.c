// <malloc.h>: what glibc says about its heap, and its own names for the allocator.
//
// What the allocator holds of the system is all that it counts, and it has no parameters to set. In C for the structures returned by
// value and for NEXT: `__libc_malloc` is libc's own allocator even where a program has replaced malloc and calls it.
#include "../old/old-version.h"
#include "allocator.h"
#include "next.h"
#include <errno.h>
#include <malloc.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct mallinfo { int arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost; };
struct mallinfo2 { size_t arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost; };

/// What the allocator holds, as `arena` and `uordblks`: how much of it is free is not counted. Source: mallinfo(3).
struct mallinfo2 mallinfo2(void)
{
    size_t held = glibc_compat_heap_held();
    return (struct mallinfo2){.arena = held, .uordblks = held};
}
struct mallinfo mallinfo(void)
{
    // As in glibc's: too much for an int wraps around.
    int held = (int)glibc_compat_heap_held();
    return (struct mallinfo){.arena = held, .uordblks = held};
}
struct mallinfo __libc_mallinfo(void) { return mallinfo(); }

/// Gives free memory back: whether anything was released. Source: malloc_trim(3).
int malloc_trim(size_t pad)
{
    (void)pad;
    return glibc_compat_heap_trim() > 0;
}

/// Accepted and without effect, but for the one value that glibc refuses: fast bins above 160 bytes. Source: mallopt(3).
int mallopt(int parameter, int value)
{
    return !(parameter == 1 && (value < 0 || (size_t)value > 80 * sizeof(size_t) / 4));
}
int __libc_mallopt(int parameter, int value) { return mallopt(parameter, value); }

/// The heap as XML, with the totals that are known. Source: malloc_info(3).
int malloc_info(int options, FILE *stream)
{
    if (options != 0)
        return EINVAL;
    size_t held = glibc_compat_heap_held();
    fprintf(stream, "<malloc version=\"1\">\n<system type=\"current\" size=\"%zu\"/>\n<aspace type=\"total\" size=\"%zu\"/>\n</malloc>\n", held, held);
    return 0;
}

/// The heap's counters on standard error. Source: malloc_stats(3).
void malloc_stats(void)
{
    size_t held = glibc_compat_heap_held();
    fprintf(stderr, "Arena 0:\nsystem bytes     = %10zu\nin use bytes     = %10zu\nTotal (incl. mmap):\n"
        "system bytes     = %10zu\nin use bytes     = %10zu\nmax mmap regions =          0\nmax mmap bytes   =          0\n", held, held, held, held);
}

/// Whole pages, page-aligned. Source: pvalloc(3).
void *pvalloc(size_t size)
{
    size_t page = (size_t)getpagesize();
    if (size > SIZE_MAX - page) {
        errno = ENOMEM;
        return NULL;
    }
    return memalign(page, (size + page - 1) / page * page);
}
void *__libc_pvalloc(size_t size) { return pvalloc(size); }
void *__libc_valloc(size_t size) { return glibc_compat_memalign((size_t)getpagesize(), size); }

void *__libc_malloc(size_t size) { return glibc_compat_malloc(size); }
void *__libc_calloc(size_t count, size_t size) { return glibc_compat_calloc(count, size); }
void *__libc_realloc(void *memory, size_t size) { return glibc_compat_realloc(memory, size); }
void __libc_free(void *memory) { glibc_compat_free(memory); }
void *__libc_memalign(size_t alignment, size_t size) { return glibc_compat_memalign(alignment, size); }

#ifndef GLIBC_COMPAT_MIMALLOC
// Built without an allocator of our own: musl's.
void *glibc_compat_malloc(size_t size) { return NEXT(malloc)(size); }
void *glibc_compat_calloc(size_t count, size_t size) { return NEXT(calloc)(count, size); }
void *glibc_compat_realloc(void *memory, size_t size) { return NEXT(realloc)(memory, size); }
void glibc_compat_free(void *memory) { NEXT(free)(memory); }
void *glibc_compat_memalign(size_t alignment, size_t size)
{
    // glibc rounds an alignment that is no power of two up to one; aligned_alloc refuses it.
    size_t power = sizeof(void *);
    while (power < alignment && power <= SIZE_MAX / 2)
        power *= 2;
    return NEXT(aligned_alloc)(power, size);
}
void glibc_compat_heap_thread_ends(void) {}
void glibc_compat_heap_forked(void) {}
size_t glibc_compat_heap_held(void) { return 0; }
size_t glibc_compat_heap_trim(void) { return 0; }
#endif
void cfree(void *memory) { free(memory); }

/// The hooks that 2.34 took away: objects from before may name them, and nothing reads them, on glibc as here.
void (*__malloc_initialize_hook)(void);
void *(*__malloc_hook)(size_t, const void *);
void *(*__realloc_hook)(void *, size_t, const void *);
void *(*__memalign_hook)(size_t, size_t, const void *);
void (*__free_hook)(void *, const void *);
void (*__after_morecore_hook)(void);
void *(*__morecore)(ptrdiff_t);
void *mallwatch;
#define HOOK(name) OLD_OBJECT(8, name, name, "2.2.5")
HOOK(__malloc_initialize_hook);
HOOK(__malloc_hook);
HOOK(__realloc_hook);
HOOK(__memalign_hook);
HOOK(__free_hook);
HOOK(__after_morecore_hook);
HOOK(__morecore);
HOOK(mallwatch);

/// Checking and tracing live in libc_malloc_debug.so since 2.34; without it these do nothing, as here. Source: mcheck(3), mtrace(3).
int mcheck(void (*report)(int)) { (void)report; return -1; }
int mcheck_pedantic(void (*report)(int)) { (void)report; return -1; }
void mcheck_check_all(void) {}
int mprobe(void *memory) { (void)memory; return -1; }
void mtrace(void) {}
void muntrace(void) {}
void tr_break(void) {}
