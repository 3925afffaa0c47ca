// Which page a block lies in, and what is no block: the process ends, as with glibc's allocator and in its words.
//
// A block is looked up from its address alone, so what is no block must be noticed before anything near it is read. Nearly all blocks lie in
// the segment that the thread last used; for others mimalloc's map of segments says whether there is one.
#pragma once
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "heap.h"

/// Where the segment begins that the calling thread last found a block of its own in, and which others may share. At first an address where
/// nothing can be.
#define NOWHERE ((uintptr_t)1 << 62)
static __thread uintptr_t own_segment = NOWHERE;
/// How many segments lie beyond mimalloc's map.
static _Atomic(size_t) unmapped_segments;

static void segment_comes(const mi_segment_t *segment)
{
    if ((uintptr_t)segment >= MI_MAX_ADDRESS)
        mi_atomic_increment_relaxed(&unmapped_segments);
    _mi_segment_map_allocated_at(segment);
}

/// Its own thread gives it back, or moves it.
static void segment_goes(const mi_segment_t *segment)
{
    if ((uintptr_t)segment == own_segment)
        own_segment = NOWHERE;
    if ((uintptr_t)segment >= MI_MAX_ADDRESS)
        mi_atomic_decrement_relaxed(&unmapped_segments);
    _mi_segment_map_freed_at(segment);
}

/// Ends the process: `text`, which ends with a newline, is all that is said.
static __attribute__((noinline, cold, noreturn)) void refuse(const char *text)
{
    ssize_t written = write(STDERR_FILENO, text, strlen(text));
    (void)written;
    abort();
}

/// glibc notices by the list that the block is in, and small ones are in another than large ones.
static __attribute__((noinline, cold, noreturn)) void refuse_again(const mi_page_t *page)
{
    refuse(page->xblock_size <= 1040 ? "free(): double free detected in tcache 2\n" : "double free or corruption (!prev)\n");
}

static bool is_segment(const mi_segment_t *segment)
{
    size_t bit, word = mi_segment_map_index_of(segment, &bit);
    if (word == MI_SEGMENT_MAP_WSIZE)
        return mi_atomic_load_relaxed(&unmapped_segments) != 0;
    return mi_atomic_load_relaxed(&mi_segment_map[word]) >> bit & 1;
}

/// The page of a block in the segment last used, which is the thread's own; NULL for all others, and for what is aligned as no block is.
static inline __attribute__((always_inline)) mi_page_t *near_page(const void *block)
{
    uintptr_t offset = (uintptr_t)block - own_segment;
    if (__builtin_expect((offset & (~(uintptr_t)MI_SEGMENT_MASK | 15)) != 0, 0))
        return NULL;
    return _mi_segment_page_of((mi_segment_t *)own_segment, block);
}

/// The page of any block; `local`: whether it is the calling thread's. What is no block is refused with `text`.
static __attribute__((noinline)) mi_page_t *far_page(const void *block, bool *local, const char *text)
{
    mi_segment_t *segment = _mi_ptr_segment(block);
    if ((uintptr_t)block % 16 != 0 || !is_segment(segment))
        refuse(text);
    *local = mi_atomic_load_relaxed(&segment->thread_id) == _mi_thread_id();
    if (*local && segment->kind == MI_SEGMENT_NORMAL)
        own_segment = (uintptr_t)segment;
    return _mi_segment_page_of(segment, block);
}
