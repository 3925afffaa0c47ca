// <stdlib.h>, <malloc.h>: the allocator of the glibc side, mimalloc behind glibc's functions.
//
// musl's own takes five times as long as glibc's, twenty with threads. musl itself allocates what it hands out (getline, strdup, fopen) through the
// same names, which both loaders bind to these, and what it keeps to itself by names that nobody else can see, so no block is ever
// freed by the other allocator. A program that brings its own malloc has it everywhere, as on glibc.
// GLIBC_COMPAT_MALLOC=musl in the environment leaves everything to musl's, but not in programs that run with more rights than their user.
#ifdef GLIBC_COMPAT_MIMALLOC
#include <errno.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include "heap.h"
#include "allocator.h"
#include "next.h"

extern char **environ;
static enum { UNDECIDED, OURS, MUSLS } choice = UNDECIDED;

static __attribute__((noinline, cold)) int decide(void)
{
    static const char name[] = "GLIBC_COMPAT_MALLOC=musl";
    int musl = 0;
    // Not getenv: a program may have its own, which may allocate.
    if (!getauxval(AT_SECURE))
        for (char **each = environ; each && *each; each++)
            musl |= strcmp(*each, name) == 0;
    // mimalloc would look for nodes of memory with snprintf, which may allocate: before there is a heap that never ends.
    mi_atomic_store_release(&_mi_numa_node_count, (size_t)1);
    choice = musl ? MUSLS : OURS;
    return !musl;
}

/// Whether mimalloc serves. Constant once the first block is allocated.
static inline __attribute__((always_inline)) int ours(void)
{
    return __builtin_expect(choice == OURS, 1) || (choice == UNDECIDED && decide());
}

static __attribute__((noinline, cold)) void *no_memory(void)
{
    errno = ENOMEM;
    return NULL;
}
#define OR_ENOMEM(block) \
    ({ \
        void *result_ = (block); \
        __builtin_expect(result_ != NULL, 1) ? result_ : no_memory(); \
    })

/// glibc's blocks are all aligned to 16 bytes; mimalloc's of 8 bytes and fewer would not be.
static inline size_t at_least(size_t size) { return size <= 8 ? 16 : size; }

void *glibc_compat_malloc(size_t size)
{
    if (!ours())
        return NEXT(malloc)(size);
    return OR_ENOMEM(mi_malloc(at_least(size)));
}

void glibc_compat_free(void *block)
{
    if (!ours()) {
        NEXT(free)(block);
        return;
    }
    mi_free(block);
}

void *glibc_compat_calloc(size_t count, size_t size)
{
    if (!ours())
        return NEXT(calloc)(count, size);
    size_t total;
    if (__builtin_mul_overflow(count, size, &total))
        return no_memory();
    return OR_ENOMEM(mi_zalloc(at_least(total)));
}

void *glibc_compat_realloc(void *block, size_t size)
{
    // glibc's way with size 0, on either allocator.
    if (block && size == 0) {
        glibc_compat_free(block);
        return NULL;
    }
    if (!ours())
        return NEXT(realloc)(block, size);
    return OR_ENOMEM(mi_realloc(block, at_least(size)));
}

/// Source: memalign(3). glibc makes a power of two of the alignment.
void *glibc_compat_memalign(size_t alignment, size_t size)
{
    size_t power = 16;
    if (alignment > SIZE_MAX / 2 + 1) {
        errno = EINVAL;
        return NULL;
    }
    while (power < alignment)
        power *= 2;
    if (!ours())
        return NEXT(aligned_alloc)(power, size);
    // Not mi_malloc_aligned: 2.0.9 takes every block of a small power of two for aligned to its size, and those of 256 to 1024 are not.
    return OR_ENOMEM(mi_malloc_aligned_at(at_least(size), power, 0));
}

/// Source: malloc(3).
void *malloc(size_t size) __attribute__((alias("glibc_compat_malloc")));
/// Source: malloc(3).
void free(void *block) __attribute__((alias("glibc_compat_free")));
/// Source: malloc(3).
void *calloc(size_t count, size_t size) __attribute__((alias("glibc_compat_calloc")));
/// Source: malloc(3).
void *realloc(void *block, size_t size) __attribute__((alias("glibc_compat_realloc")));
/// Source: posix_memalign(3).
void *memalign(size_t alignment, size_t size) __attribute__((alias("glibc_compat_memalign")));
/// Source: posix_memalign(3). To glibc 2.37 the same as memalign.
void *aligned_alloc(size_t alignment, size_t size) __attribute__((alias("glibc_compat_memalign")));

/// Source: malloc_usable_size(3).
size_t malloc_usable_size(void *block)
{
    if (!block)
        return 0;
    return ours() ? mi_usable_size(block) : NEXT(malloc_usable_size)(block);
}

void glibc_compat_heap_thread_ends(void)
{
    mi_heap_t *heap = mi_get_default_heap();
    if (choice == OURS && mi_heap_is_initialized(heap) && heap != &_mi_heap_main)
        _mi_thread_done(heap);
}

void glibc_compat_heap_forked(void)
{
    if (choice == OURS)
        repair_after_fork();
}

size_t glibc_compat_heap_held(void)
{
    return choice == OURS && _mi_stats_main.committed.current > 0 ? (size_t)_mi_stats_main.committed.current : 0;
}

size_t glibc_compat_heap_trim(void)
{
    size_t before = glibc_compat_heap_held();
    if (choice == OURS)
        mi_collect(true);
    size_t after = glibc_compat_heap_held();
    return before > after ? before - after : 0;
}
#endif
