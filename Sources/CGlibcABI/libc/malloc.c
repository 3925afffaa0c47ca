// <malloc.h>: what glibc says about its heap, and its own names for the allocator.
//
// In C for the structures returned by value and for NEXT: `__libc_malloc` is libc's own allocator even where a program has replaced malloc
// and calls it.
#include "../old/old-version.h"
#include "allocator.h"
#include "next.h"
#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct mallinfo { int arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost; };
struct mallinfo2 { size_t arena, ordblks, smblks, hblks, hblkhd, usmblks, fsmblks, uordblks, fordblks, keepcost; };

/// All zero with musl's allocator, which does not count. Source: mallinfo(3).
struct mallinfo2 mallinfo2(void)
{
    struct heap_usage usage;
    glibc_compat_heap_usage(&usage);
    return (struct mallinfo2){.arena = usage.held, .ordblks = usage.free_blocks, .hblks = usage.mappings, .hblkhd = usage.mapped,
        .uordblks = usage.used, .fordblks = usage.held - usage.used, .keepcost = usage.releasable};
}
struct mallinfo mallinfo(void)
{
    // As in glibc's: too much for an int wraps around.
    struct mallinfo2 wide = mallinfo2();
    return (struct mallinfo){.arena = (int)wide.arena, .ordblks = (int)wide.ordblks, .hblks = (int)wide.hblks, .hblkhd = (int)wide.hblkhd,
        .uordblks = (int)wide.uordblks, .fordblks = (int)wide.fordblks, .keepcost = (int)wide.keepcost};
}
struct mallinfo __libc_mallinfo(void) { return mallinfo(); }

/// Gives free memory back: whether anything was released. What the calling thread has freed, and what no thread has any more.
/// Source: malloc_trim(3).
int malloc_trim(size_t pad)
{
    (void)pad;
    return glibc_compat_heap_trim();
}

/// M_PERTURB, and M_TRIM_THRESHOLD where it is 0 or turns trimming off, do what they say; the others are accepted, because there is nothing
/// here that they are about. Error, as 0: fast bins above 160 bytes, as in glibc. Source: mallopt(3).
int mallopt(int parameter, int value)
{
    enum { MXFAST = 1, TRIM_THRESHOLD = -1, PERTURB = -6 };
    switch (parameter) {
    case MXFAST:
        return value >= 0 && (size_t)value <= 80 * sizeof(size_t) / 4;
    case TRIM_THRESHOLD:
        glibc_compat_heap_trim_threshold((size_t)value);
        return 1;
    case PERTURB:
        glibc_compat_heap_fill(value);
        return 1;
    default:
        return 1;
    }
}
int __libc_mallopt(int parameter, int value) { return mallopt(parameter, value); }

/// The most of each that was seen when somebody asked: nothing counts in between.
static struct heap_usage usage_and_maximum(struct heap_usage *most)
{
    static struct { _Atomic size_t held, mappings, mapped; } seen;
    struct heap_usage now;
    glibc_compat_heap_usage(&now);
#define RAISE(member) \
    for (size_t old = seen.member; old < now.member && !atomic_compare_exchange_weak(&seen.member, &old, now.member);) \
        ; \
    most->member = seen.member
    RAISE(held);
    RAISE(mappings);
    RAISE(mapped);
    return now;
}

/// What is free, by size: what waits to be given back is in no particular order.
static void print_sizes(const struct heap_usage *usage, FILE *stream)
{
    fputs("<sizes>\n", stream);
    for (size_t i = 0; i < HEAP_CLASSES; i++) {
        const struct heap_class *class = &usage->free[i];
        if (class->blocks != 0)
            fprintf(stream, "  <%s from=\"%zu\" to=\"%zu\" total=\"%zu\" count=\"%zu\"/>\n", i < HEAP_CLASSES - 1 ? "size" : "unsorted",
                class->least, class->most, class->bytes, class->blocks);
    }
    fputs("</sizes>\n", stream);
}

/// The heap as XML: one for all threads. Source: malloc_info(3). Errors, as the result: EINVAL for options.
int malloc_info(int options, FILE *stream)
{
    if (options != 0)
        return EINVAL;
    struct heap_usage most, now = usage_and_maximum(&most);
    for (int all = 0; all <= 1; all++) {
        fputs(all ? "</heap>\n" : "<malloc version=\"1\">\n<heap nr=\"0\">\n", stream);
        if (!all)
            print_sizes(&now, stream);
        fprintf(stream, "<total type=\"fast\" count=\"0\" size=\"0\"/>\n<total type=\"rest\" count=\"%zu\" size=\"%zu\"/>\n",
            now.free_blocks, now.held - now.used);
        if (all)
            fprintf(stream, "<total type=\"mmap\" count=\"%zu\" size=\"%zu\"/>\n", now.mappings, now.mapped);
        fprintf(stream, "<system type=\"current\" size=\"%zu\"/>\n<system type=\"max\" size=\"%zu\"/>\n"
            "<aspace type=\"total\" size=\"%zu\"/>\n<aspace type=\"mprotect\" size=\"%zu\"/>\n",
            now.held, most.held, now.addresses - now.mapped, now.addresses - now.mapped);
    }
    fputs("</malloc>\n", stream);
    return 0;
}

/// The heap's counters on standard error. Source: malloc_stats(3).
void malloc_stats(void)
{
    struct heap_usage most, now = usage_and_maximum(&most);
    fprintf(stderr, "Arena 0:\nsystem bytes     = %10zu\nin use bytes     = %10zu\nTotal (incl. mmap):\n"
        "system bytes     = %10zu\nin use bytes     = %10zu\nmax mmap regions = %10zu\nmax mmap bytes   = %10zu\n",
        now.held, now.used, now.held + now.mapped, now.used + now.mapped, most.mappings, most.mapped);
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
void glibc_compat_heap_begins(void) {}
void glibc_compat_heap_thread_ends(void) {}
void glibc_compat_heap_forked(void) {}
bool glibc_compat_heap_usage(struct heap_usage *usage)
{
    *usage = (struct heap_usage){0};
    return false;
}
bool glibc_compat_heap_trim(void) { return false; }
void glibc_compat_heap_fill(int value) { (void)value; }
void glibc_compat_heap_trim_threshold(size_t bytes) { (void)bytes; }
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
