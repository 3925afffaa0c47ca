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
#include "heap.h"
#include "blocks.h"
#include "growing.h"
#include "growth.h"
#include "kept.h"
#include "quick.h"
#include "settings.h"
#include "usage.h"
#include "allocator.h"
#include "next.h"

/// Whether mimalloc serves, off the short way.
static bool ours(void)
{
    if (choice == UNDECIDED)
        decide();
    return choice != MUSLS;
}
#define SHORT_WAY __builtin_expect(choice == OURS, 1)

static __attribute__((noinline, cold)) void *no_memory(void)
{
    errno = ENOMEM;
    return NULL;
}
/// With what is kept given back there may be room after all.
#define OR_ENOMEM(block) \
    ({ \
        void *result_ = (block); \
        if (__builtin_expect(result_ == NULL, 0)) { \
            if (release_growing_page() | release_kept()) \
                result_ = (block); \
            if (!result_) \
                no_memory(); \
        } \
        result_; \
    })

/// glibc's blocks are all aligned to 16 bytes; mimalloc's of 8 bytes and fewer would not be.
static inline size_t at_least(size_t size) { return size <= 8 ? 16 : size; }

static __attribute__((noinline)) void *large_malloc(size_t size)
{
    void *block = size <= KEPT_MOST ? take_kept(size) : NULL;
    return block ? block : OR_ENOMEM(mi_malloc(size));
}
static inline __attribute__((always_inline)) void *any_malloc(size_t size)
{
    return __builtin_expect(size > MI_LARGE_OBJ_SIZE_MAX, 0) ? large_malloc(size) : OR_ENOMEM(mi_malloc(at_least(size)));
}

/// A new block of which the bytes from `from` on are filled, as far as it was asked for.
static void *filled(void *block, size_t from, size_t size)
{
    if (block && choice == FILLING && size > from)
        memset((char *)block + from, filling ^ 0xff, size - from);
    return block;
}

static __attribute__((noinline)) void *long_malloc(size_t size)
{
    return ours() ? filled(any_malloc(size), 0, size) : NEXT(malloc)(size);
}

void *glibc_compat_malloc(size_t size)
{
    return SHORT_WAY ? any_malloc(size) : long_malloc(size);
}

static __attribute__((noinline)) void long_free(void *block)
{
    if (!ours()) {
        NEXT(free)(block);
        return;
    }
    bool local;
    if (!near_page(block))
        far_page(block, &local, "free(): invalid pointer\n");
    memset(block, filling, mi_usable_size(block));
    give_back(block);
}

void glibc_compat_free(void *block)
{
    if (!block)
        return;
    if (SHORT_WAY)
        give_back(block);
    else
        long_free(block);
}

/// A zeroed block with a mapping to itself, which the kernel has zeroed: mimalloc would do it again, and by that use all the memory. Only what
/// may come from its store of used segments, which are all of one size, is not known to be zero.
static __attribute__((noinline)) void *zeroed_mapping(size_t size)
{
    void *block = size <= KEPT_MOST ? take_kept(size) : NULL;
    if (block)
        return memset(block, 0, size);
    block = OR_ENOMEM(mi_malloc(size));
    if (!block)
        return NULL;
    mi_segment_t *segment = _mi_ptr_segment(block);
    bool fresh = segment->kind == MI_SEGMENT_HUGE && segment->memid == MI_MEMID_OS && mi_segment_size(segment) != MI_SEGMENT_SIZE;
    // Its first word was a link of mimalloc's.
    return memset(block, 0, fresh ? sizeof(mi_block_t) : size);
}

void *glibc_compat_calloc(size_t count, size_t size)
{
    size_t total;
    if (!SHORT_WAY && !ours())
        return NEXT(calloc)(count, size);
    if (__builtin_mul_overflow(count, size, &total))
        return no_memory();
    return total > MI_LARGE_OBJ_SIZE_MAX ? zeroed_mapping(total) : OR_ENOMEM(mi_zalloc(at_least(total)));
}

static __attribute__((noinline)) void *long_realloc(void *block, size_t size)
{
    if (!ours())
        return NEXT(realloc)(block, size);
    bool local;
    if (!near_page(block))
        far_page(block, &local, "realloc(): invalid pointer\n");
    size_t has = mi_usable_size(block);
    return filled(OR_ENOMEM(resize(block, at_least(size))), has, size);
}

void *glibc_compat_realloc(void *block, size_t size)
{
    if (!block)
        return glibc_compat_malloc(size);
    // glibc's way with size 0, on either allocator.
    if (size == 0) {
        glibc_compat_free(block);
        return NULL;
    }
    if (!SHORT_WAY)
        return long_realloc(block, size);
    return has_room(block, size) ? block : OR_ENOMEM(resize(block, at_least(size)));
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
    if (!SHORT_WAY && !ours())
        return NEXT(aligned_alloc)(power, size);
    // Not mi_malloc_aligned: 2.0.9 takes every block of a small power of two for aligned to its size, and those of 256 to 1024 are not.
    return filled(OR_ENOMEM(mi_malloc_aligned_at(at_least(size), power, 0)), 0, size);
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

// mimalloc takes the first thread that asks for memory for the main one: two that ask at the same time would share its heap.
void glibc_compat_heap_begins(void)
{
    if (ours())
        mi_process_init();
}

void glibc_compat_heap_thread_ends(void)
{
    mi_heap_t *heap = mi_get_default_heap();
    if ((choice == OURS || choice == FILLING) && mi_heap_is_initialized(heap) && heap != &_mi_heap_main) {
        release_own_kept();
        release_growing_page();
        growing.page = NULL;
        _mi_thread_done(heap);
        own_segment = NOWHERE;
    }
}

void glibc_compat_heap_forked(void)
{
    if (choice == OURS || choice == FILLING) {
        repair_after_fork();
        unlock_usage();
    }
}

bool glibc_compat_heap_usage(struct heap_usage *usage)
{
    *usage = (struct heap_usage){0};
    if (choice == OURS || choice == FILLING)
        count_usage(usage);
    return choice != MUSLS;
}

void glibc_compat_heap_fill(int value)
{
    if (ours())
        set_filling(value);
}

void glibc_compat_heap_trim_threshold(size_t bytes)
{
    if (ours())
        set_trim_threshold(bytes);
}

/// What is free in the segment of a page. mi_collect leaves this to time.
static bool give_back_segment(mi_heap_t *heap, mi_page_queue_t *queue, mi_page_t *page, void *unused1, void *unused2)
{
    (void)queue, (void)unused1, (void)unused2;
    mi_segment_delayed_decommit(_mi_page_segment(page), true, heap->tld->segments.stats);
    return true;
}

bool glibc_compat_heap_trim(void)
{
    struct heap_usage before, after;
    if (!glibc_compat_heap_usage(&before) || choice == UNDECIDED)
        return false;
    lock_usage();
    release_growing_page();
    release_kept();
    mi_collect(true);
    mi_heap_visit_pages(mi_get_default_heap(), give_back_segment, NULL, NULL);
    unlock_usage();
    glibc_compat_heap_usage(&after);
    return before.held > after.held;
}
#endif
