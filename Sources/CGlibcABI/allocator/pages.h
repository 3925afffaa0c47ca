// Pages of one block that change their length where they are.
//
// Only for pages of the calling thread's: nobody else writes what is changed here.
#pragma once
#include "heap.h"

/// A block that outgrows this gets a page to itself, where it has room to grow,
#define GROWS_ALONE ((size_t)32 << 10)

/// How many bytes the page has, used or not.
static size_t page_room(const mi_page_t *page) { return page->slice_count * MI_SEGMENT_SLICE_SIZE; }

/// Whether a page's only block may change its size: the queue that the page is in must not depend on it.
static bool is_alone(mi_page_t *page)
{
    return page->reserved == 1 && !mi_page_has_aligned(page) && (page->xblock_size > MI_MEDIUM_OBJ_SIZE_MAX || mi_page_is_in_full(page));
}

/// The size that a block alone in its page says it has: one of mimalloc's classes up to 128 KiB, because a page that another thread takes over
/// is put among those of its class.
static inline size_t said_size(size_t size)
{
    // What mi_good_size looks up in its tables: a quarter of the power of two that the size has reached is the unit.
    if (size > MI_MEDIUM_OBJ_SIZE_MAX || size <= 128)
        return size <= 128 ? mi_good_size(size) : _mi_os_good_alloc_size(size);
    return _mi_align_up(size, (size_t)2 << (63 - __builtin_clzl((size - 1) / 8)));
}

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

/// What a page that shares its segment has beyond `size` bytes becomes free for others.
static void shorten_page(mi_segment_t *segment, mi_page_t *page, size_t size, mi_segments_tld_t *tld)
{
    size_t count = page->slice_count, kept = _mi_divide_up(size, MI_SEGMENT_SLICE_SIZE);
    if (kept >= count)
        return;
    mi_slice_t *first = mi_page_to_slice(page), *rest = first + kept;
    page->slice_count = (uint32_t)kept;
    mark_slices(segment, first, kept, kept);
    rest->slice_offset = 0;
    rest->slice_count = (uint32_t)(count - kept);
    rest->xblock_size = 1;
    mi_segment_span_free_coalesce(rest, tld);
}

/// A page of at least `size` bytes with one block, which is in use. NULL: no memory.
static mi_page_t *page_of_one(mi_heap_t *heap, size_t size)
{
    mi_page_t *page = mi_segments_page_alloc(heap, MI_PAGE_LARGE, size, size, &heap->tld->segments, &heap->tld->os);
    if (!page)
        return NULL;
    mi_page_init(heap, page, size, heap->tld);
    page->reserved = 1;
    page->free = NULL;
    page->used = 1;
    // Nothing is ever taken from there, whatever the size: the list of full pages is the one that a page's size has no part in.
    mi_page_set_in_full(page, true);
    mi_page_queue_push(heap, &heap->pages[MI_BIN_FULL], page);
    return page;
}

/// The block of a page that page_of_one made.
static void *only_block(mi_page_t *page) { return mi_slice_start(mi_page_to_slice(page)); }
