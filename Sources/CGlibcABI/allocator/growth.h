// realloc without copying: a large block takes what is free behind it, and one with a mapping of its own is moved by the kernel.
//
// Only for blocks that are alone in their page, in a segment of the calling thread: nobody else writes what is changed here. Everything that
// does not fit this is copied, as mimalloc does.
#pragma once
#include "heap.h"
#include "quick.h"

/// A block that outgrows this gets a page to itself, where it has room to grow,
#define GROWS_ALONE ((size_t)32 << 10)
/// and from here on a mapping to itself.
#define OWN_MAPPING ((size_t)4 << 20)

/// How many bytes the page has, used or not.
static size_t page_room(const mi_page_t *page) { return page->slice_count * MI_SEGMENT_SLICE_SIZE; }

/// Whether a page's only block may change its size: the queue that the page is in must not depend on it.
static bool is_alone(mi_page_t *page)
{
    return page->reserved == 1 && !mi_page_has_aligned(page) && (page->xblock_size > MI_MEDIUM_OBJ_SIZE_MAX || mi_page_is_in_full(page));
}

/// The size that a block alone in its page says it has: one of mimalloc's classes up to 128 KiB, because a page that another thread takes over
/// is put among those of its class.
static size_t said_size(size_t size) { return size <= MI_MEDIUM_OBJ_SIZE_MAX ? mi_good_size(size) : _mi_os_good_alloc_size(size); }

static void say_size(mi_page_t *page, size_t size)
{
    page->xblock_size = size < MI_HUGE_BLOCK_SIZE ? (uint32_t)size : MI_HUGE_BLOCK_SIZE;
}

/// The slices of a page that has more of them than before point to its first, as far as mimalloc looks, and so does the last.
static void mark_slices(mi_segment_t *segment, mi_slice_t *first, size_t from, size_t count)
{
    size_t index = (size_t)(first - segment->slices), end = segment->slice_entries;
    for (size_t i = from; i < count && i <= MI_MAX_SLICE_OFFSET && index + i < end; i++) {
        first[i].slice_offset = (uint32_t)(sizeof(mi_slice_t) * i);
        first[i].slice_count = 0;
        first[i].xblock_size = 1;
    }
    mi_slice_t *last = index + count - 1 < end ? first + count - 1 : &segment->slices[end];
    if (last > first) {
        last->slice_offset = (uint32_t)(sizeof(mi_slice_t) * (size_t)(last - first));
        last->slice_count = 0;
        last->xblock_size = 1;
    }
}

/// Makes a page that shares its segment at least `size` bytes long: whether the free slices behind it were enough.
static bool lengthen_page(mi_segment_t *segment, mi_page_t *page, size_t size, mi_segments_tld_t *tld)
{
    size_t count = page->slice_count, needed = _mi_divide_up(size, MI_SEGMENT_SLICE_SIZE);
    mi_slice_t *first = mi_page_to_slice(page), *next = first + count;
    if (next >= mi_segment_slices_end(segment) || next->xblock_size != 0 || count + next->slice_count < needed)
        return false;
    // As mimalloc does: large pages have lengths of half a mebibyte, where there is room for that.
    size_t room = next->slice_count, most = MI_MEDIUM_PAGE_SIZE / MI_SEGMENT_SLICE_SIZE;
    size_t more = needed > most ? _mi_align_up(needed, most) - count : needed - count;
    if (more > room)
        more = room;
    if (!mi_segment_ensure_committed(segment, mi_slice_start(next), more * MI_SEGMENT_SLICE_SIZE, tld->stats))
        return false;
    mi_segment_span_remove_from_queue(next, tld);
    if (room > more)
        mi_segment_span_free(segment, mi_slice_index(next) + more, room - more, false, tld);
    mark_slices(segment, first, count, count + more);
    page->slice_count = (uint32_t)(count + more);
    return true;
}

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
        _mi_segment_map_freed_at(segment);
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
        _mi_segment_map_allocated_at(segment);
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
    size_t count = page->slice_count, kept = _mi_divide_up(said, MI_SEGMENT_SLICE_SIZE);
    if (kept < count) {
        mi_slice_t *first = mi_page_to_slice(page), *rest = first + kept;
        page->slice_count = (uint32_t)kept;
        mark_slices(segment, first, kept, kept);
        rest->slice_offset = 0;
        rest->slice_count = (uint32_t)(count - kept);
        rest->xblock_size = 1;
        mi_segment_span_free_coalesce(rest, &heap->tld->segments);
    }
    say_size(page, said);
    return true;
}

/// A block for one that has to move because it grows: from 32 KiB on where it can go on growing. NULL: no memory.
static void *make_room_to_grow(mi_heap_t *heap, size_t size)
{
    if (size <= GROWS_ALONE || size > PTRDIFF_MAX / 2 || !mi_heap_is_initialized(heap))
        return mi_heap_malloc(heap, size);
    size_t said = said_size(size);
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
    mi_page_t *page = mi_segments_page_alloc(heap, MI_PAGE_LARGE, said, said, &heap->tld->segments, &heap->tld->os);
    if (!page)
        return mi_heap_malloc(heap, size);
    mi_page_init(heap, page, said, heap->tld);
    page->reserved = 1;
    void *block = page->free;
    page->free = NULL;
    page->used = 1;
    // Nothing is ever taken from there, whatever the size: the list of full pages is the one that a page's size has no part in.
    mi_page_set_in_full(page, true);
    mi_page_queue_push(heap, &heap->pages[MI_BIN_FULL], page);
    return block;
}

/// Source: realloc(3), of a block that is there to a size that is not 0.
static void *resize(void *block, size_t size)
{
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
