// realloc without copying: a large block takes what is free behind it, and one with a mapping of its own is moved by the kernel.
//
// Only for blocks that are alone in their page, in a segment of the calling thread: nobody else writes what is changed here. Everything that
// does not fit this is copied, as mimalloc does.
#pragma once
#include "blocks.h"
#include "growing.h"
#include "heap.h"
#include "pages.h"
#include "quick.h"

/// A block that outgrows this gets a mapping to itself.
#define OWN_MAPPING ((size_t)4 << 20)

/// A mapping of one block made longer, elsewhere if need be: where its segment is then, NULL where the kernel does not do it.
static mi_segment_t *lengthen_mapping(mi_heap_t *heap, mi_segment_t *segment, mi_page_t *page, size_t size)
{
    mi_segments_tld_t *tld = &heap->tld->segments;
    size_t slices = mi_segment_calculate_slices(size, NULL, NULL);
    size_t before = _mi_os_good_alloc_size(mi_segment_size(segment));
    size_t after = _mi_os_good_alloc_size(slices * MI_SEGMENT_SLICE_SIZE);
    if (segment->memid != MI_MEMID_OS || segment->mem_align_offset != 0 || segment->mem_is_large || segment->mem_is_pinned)
        return NULL;
    if (after == before || mremap(segment, before, after, 0) == segment) {
        _mi_stat_increase(&_mi_stats_main.reserved, after - before);
        _mi_stat_increase(&_mi_stats_main.committed, after - before);
    } else {
        bool large = false;
        void *place = _mi_os_alloc_aligned(after, MI_SEGMENT_ALIGN, true, &large, tld->stats);
        if (!place)
            return NULL;
        // Its neighbours in the thread's list name it by its address.
        mi_page_queue_t *queue = mi_page_queue_of(page);
        mi_page_queue_remove(queue, page);
        segment_goes(segment);
        _mi_abandoned_await_readers();
        bool moved = mremap(segment, before, after, MREMAP_MAYMOVE | MREMAP_FIXED, place) == place;
        // Had it failed, nobody could tell whether `place` is still ours, so it is left alone.
        size_t gone = moved ? before : after;
        _mi_stat_decrease(&_mi_stats_main.reserved, gone);
        _mi_stat_decrease(&_mi_stats_main.committed, gone);
        if (moved) {
            page = (mi_page_t *)((char *)place + ((char *)page - (char *)segment));
            segment = place;
            segment->cookie = _mi_ptr_cookie(segment);
        }
        segment_comes(segment);
        mi_page_queue_push(heap, queue, page);
        if (!moved)
            return NULL;
    }
    tld->current_size += (slices - segment->segment_slices) * MI_SEGMENT_SLICE_SIZE;
    if (tld->current_size > tld->peak_size)
        tld->peak_size = tld->current_size;
    segment->segment_slices = slices;
    segment->slice_entries = slices > MI_SLICES_PER_SEGMENT ? MI_SLICES_PER_SEGMENT : slices;
    size_t count = page->slice_count;
    page->slice_count = (uint32_t)(slices - segment->segment_info_slices);
    mark_slices(segment, mi_page_to_slice(page), count, page->slice_count);
    return segment;
}

/// The block with room for `size` bytes, where it is or moved without copying; NULL where it must be copied, and then nothing has changed.
static void *grow_in_place(mi_heap_t *heap, void *block, size_t size)
{
    mi_segment_t *segment = _mi_ptr_segment(block);
    if (mi_atomic_load_relaxed(&segment->thread_id) != _mi_thread_id() || size > PTRDIFF_MAX / 2)
        return NULL;
    mi_page_t *page = _mi_segment_page_of(segment, block);
    if (!is_alone(page))
        return NULL;
    size_t said = said_size(size);
    if (page_room(page) < said) {
        if (segment->kind == MI_SEGMENT_HUGE) {
            segment = lengthen_mapping(heap, segment, page, said);
            if (!segment)
                return NULL;
            size_t offset = (size_t)block % MI_SEGMENT_SIZE;
            block = (char *)segment + offset;
            page = _mi_segment_page_of(segment, block);
        } else if (!lengthen_page(segment, page, said, &heap->tld->segments))
            return NULL;
    }
    say_size(page, said);
    return block;
}

/// A block alone in its page with fewer bytes, and what it no longer needs free for others: whether that could be done where it is.
static bool shrink_in_place(mi_heap_t *heap, void *block, size_t size)
{
    mi_segment_t *segment = _mi_ptr_segment(block);
    if (size <= GROWS_ALONE || mi_atomic_load_relaxed(&segment->thread_id) != _mi_thread_id())
        return false;
    mi_page_t *page = _mi_segment_page_of(segment, block);
    size_t said = said_size(size);
    if (!is_alone(page) || segment->kind == MI_SEGMENT_HUGE || (said <= MI_MEDIUM_OBJ_SIZE_MAX && !mi_page_is_in_full(page)))
        return false;
    shorten_page(segment, page, said, &heap->tld->segments);
    say_size(page, said);
    return true;
}

/// A block for one that has to move because it grows: from 32 KiB on where it can go on growing. NULL: no memory.
static void *make_room_to_grow(mi_heap_t *heap, size_t size)
{
    if (size <= STARTS_GROWING || size > PTRDIFF_MAX / 2 || !mi_heap_is_initialized(heap))
        return mi_heap_malloc(heap, size);
    size_t said = said_size(size);
    if (size < GROWING_MOST) {
        void *place = take_growing_page(heap, size);
        if (place)
            return place;
        if (size <= GROWS_ALONE)
            return mi_heap_malloc(heap, size);
    }
    if (size >= OWN_MAPPING) {
        void *taken = take_kept(size);
        if (taken)
            return taken;
        void *block = mi_heap_malloc(heap, size > MI_LARGE_OBJ_SIZE_MAX ? size : MI_LARGE_OBJ_SIZE_MAX + 1);
        // What it has beyond its size costs addresses, but no memory, and is not said to be there.
        if (block && size < MI_LARGE_OBJ_SIZE_MAX)
            say_size(_mi_ptr_page(block), said);
        return block;
    }
    // What other threads freed comes back here too: a heap that takes all its pages this way asks for nothing else.
    _mi_heap_delayed_free_partial(heap);
    mi_page_t *page = page_of_one(heap, said);
    return page ? only_block(page) : mi_heap_malloc(heap, size);
}

/// The short way: whether the block has all the room it needs behind it, alone in its page.
static inline __attribute__((always_inline)) bool has_room(void *block, size_t size)
{
    mi_page_t *page = near_page(block);
    if (!page || !may_grow(page) || size <= page->xblock_size)
        return false;
    size_t said = growing_size(size);
    if (said > page_room(page))
        return false;
    say_size(page, said);
    return true;
}

/// Source: realloc(3), of a block that is there to a size that is not 0.
static void *resize(void *block, size_t size)
{
    bool local;
    if (!near_page(block))
        far_page(block, &local, "realloc(): invalid pointer\n");
    if (has_room(block, size))
        return block;
    size_t has = mi_usable_size(block);
    if (size <= has && size >= has / 2)
        return block;
    mi_heap_t *heap = mi_get_default_heap();
    if (size < has && has > MI_MEDIUM_OBJ_SIZE_MAX && shrink_in_place(heap, block, size))
        return block;
    void *made = size > has && has > GROWS_ALONE ? grow_in_place(heap, block, size) : NULL;
    if (made)
        return made;
    made = size > has ? make_room_to_grow(heap, size) : mi_heap_malloc(heap, size);
    if (made) {
        memcpy(made, block, size < has ? size : has);
        give_back(block);
    }
    return made;
}
