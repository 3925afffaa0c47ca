// How much the allocator holds and how much of that is in blocks: counted when somebody asks, so that malloc and free need not count.
//
// All segments are visited, those of other threads while these use them: what they show may be a moment old, and every number read is bounded
// before it is used. Segments cannot go away meanwhile: mimalloc waits for readers before it unmaps one, and giving everything back
// (malloc_trim) takes the lock that counting takes.
#pragma once
#include <sched.h>
#include "heap.h"
#include "kept.h"
#include "allocator.h"

static _Atomic(int) usage_lock;
static void lock_usage(void)
{
    while (mi_atomic_exchange_acq_rel(&usage_lock, 1))
        sched_yield();
}
static void unlock_usage(void) { mi_atomic_store_release(&usage_lock, 0); }

static bool in_mask(const mi_commit_mask_t *mask, size_t bit)
{
    return mask->mask[bit / MI_COMMIT_MASK_FIELD_BITS] >> bit % MI_COMMIT_MASK_FIELD_BITS & 1;
}

static void count_free(struct heap_usage *usage, size_t blocks, size_t size)
{
    _Static_assert(HEAP_CLASSES == MI_BIN_HUGE + 1, "one for each of mimalloc's");
    struct heap_class *class = &usage->free[mi_bin(size)];
    if (blocks == 0)
        return;
    if (class->blocks == 0 || size < class->least)
        class->least = size;
    if (size > class->most)
        class->most = size;
    class->blocks += blocks;
    class->bytes += blocks * size;
    usage->free_blocks += blocks;
}

/// A segment that many pages share. Of a page what has been handed out once counts as held: the rest of it was never touched.
static void count_pages(const mi_segment_t *segment, struct heap_usage *usage)
{
    usage->held += _mi_align_up(sizeof *segment, _mi_os_page_size());
    size_t entries = segment->slice_entries < MI_SLICES_PER_SEGMENT ? segment->slice_entries : MI_SLICES_PER_SEGMENT;
    for (size_t i = segment->segment_info_slices; i < entries;) {
        const mi_slice_t *slice = &segment->slices[i];
        size_t count = slice->slice_count, size = slice->xblock_size;
        if (count == 0 || count > entries - i)
            break;
        if (size > 1 && size <= count * MI_SEGMENT_SLICE_SIZE) {
            size_t blocks = slice->capacity, used = slice->used;
            if (blocks > count * MI_SEGMENT_SLICE_SIZE / size)
                blocks = count * MI_SEGMENT_SLICE_SIZE / size;
            if (used > blocks)
                used = blocks;
            usage->held += blocks * size;
            usage->used += used * size;
            count_free(usage, blocks - used, size);
            usage->releasable += blocks == 1 && used == 0 ? size : 0;
        } else {
            // Free: what waits to be given back is still held.
            size_t waiting = 0;
            for (size_t k = i; k < i + count; k++)
                waiting += in_mask(&segment->decommit_mask, k) ? MI_SEGMENT_SLICE_SIZE : 0;
            usage->held += waiting;
            usage->releasable += waiting;
            count_free(usage, waiting != 0, waiting);
        }
        i += count;
    }
}

static void count_segment(const mi_segment_t *segment, struct heap_usage *usage)
{
    size_t size = segment->segment_slices * MI_SEGMENT_SLICE_SIZE;
    usage->addresses += size;
    if (segment->kind != MI_SEGMENT_HUGE)
        count_pages(segment, usage);
    else {
        usage->mappings++;
        usage->mapped += size;
        const mi_block_t *block = mi_atomic_load_relaxed(&kept);
        if (block && _mi_ptr_segment(block) == segment) {
            usage->mappings--;
            usage->mapped -= size;
            usage->held += size;
            usage->releasable += size;
            count_free(usage, 1, size);
        }
    }
}

/// Mappings that are too large for mimalloc's map of segments are what the total has beyond all others.
static void count_unmapped(struct heap_usage *usage)
{
    int64_t committed = _mi_stats_main.committed.current, rest = committed - (int64_t)usage->addresses;
    for (size_t i = 0; i < MI_CACHE_FIELDS; i++)
        rest -= (int64_t)__builtin_popcountl(mi_atomic_load_relaxed(&cache_inuse[i])) * (int64_t)MI_SEGMENT_SIZE;
    if (rest >= (int64_t)1 << 30) {
        usage->mappings++;
        usage->mapped += (size_t)rest;
        usage->addresses += (size_t)rest;
    }
}

static void count_usage(struct heap_usage *usage)
{
    lock_usage();
    mi_atomic_increment_acq_rel(&abandoned_readers);
    for (size_t word = 0; word < MI_SEGMENT_MAP_WSIZE; word++)
        for (uintptr_t mask = mi_atomic_load_acquire(&mi_segment_map[word]); mask; mask &= mask - 1)
            count_segment((const mi_segment_t *)((word * MI_INTPTR_BITS + (size_t)__builtin_ctzl(mask)) * MI_SEGMENT_SIZE), usage);
    count_unmapped(usage);
    mi_atomic_decrement_acq_rel(&abandoned_readers);
    unlock_usage();
}
