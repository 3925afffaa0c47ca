// The growing page: where the block that the thread makes longer and longer grows in place, and the next one after it.
//
// glibc's allocator has such a place at the end of its heap, and keeps the memory there when the block is freed. Here each thread has one page
// for it, taken by a block that grows while it is still small. A block that stays small there is left alone, and then it takes some
// thousand other blocks that grow until there is a new page: each left behind costs up to 64 KiB.
#pragma once
#include "heap.h"
#include "pages.h"

/// What grows beyond this takes the page.
#define STARTS_GROWING ((size_t)128)
/// The longest page that is kept when its block is freed.
#define GROWING_MOST ((size_t)1 << 20)
/// How many blocks grow elsewhere until a block in the page that stays small is left behind.
#define LEFT_AFTER 4096

/// The page, unless there is none; it is free while none of its blocks is used. `waiting` counts down to the next.
static __thread struct { mi_page_t *page; unsigned waiting; } growing;

/// Every page that goes back to its segment passes here: another thread may have freed the block, or everything is given back.
static void page_goes(mi_page_t *page, bool force, mi_segments_tld_t *tld)
{
    if (page == growing.page)
        growing.page = NULL;
    _mi_segment_page_free(page, force, tld);
}

/// Whether the page has one block that may change its size, whatever its size: what page_of_one makes.
static inline bool may_grow(const mi_page_t *page)
{
    return page->reserved == 1 && mi_page_is_in_full(page) && !mi_page_has_aligned(page);
}

/// Its block stays where it is, without what nobody uses behind it.
static void leave_growing_page(mi_heap_t *heap)
{
    mi_page_t *page = growing.page;
    growing.page = NULL;
    shorten_page(_mi_page_segment(page), page, mi_page_block_size(page), &heap->tld->segments);
}

/// mimalloc lets blocks of a KiB and less begin elsewhere in their page, and believes it of this one too when another thread takes it over.
static inline size_t growing_size(size_t size) { return said_size(size > 1024 ? size : 1025); }

/// A place for a block that grows to `size` bytes and will go on growing, or NULL.
static void *take_growing_page(mi_heap_t *heap, size_t size)
{
    size_t said = growing_size(size);
    mi_page_t *page = growing.page;
    if (page && page->used != 0) {
        if (mi_page_block_size(page) <= GROWS_ALONE && growing.waiting-- != 0)
            return NULL;
        leave_growing_page(heap);
        page = NULL;
    }
    if (!page) {
        // What other threads freed comes back here too: a heap that takes all its pages this way asks for nothing else.
        _mi_heap_delayed_free_partial(heap);
        page = page_of_one(heap, said > MI_SEGMENT_SLICE_SIZE ? said : MI_SEGMENT_SLICE_SIZE);
        if (!page)
            return NULL;
    } else if (page_room(page) < said && !lengthen_page(_mi_page_segment(page), page, said, &heap->tld->segments))
        return NULL;
    growing.page = page;
    growing.waiting = LEFT_AFTER;
    page->used = 1;
    say_size(page, said);
    return only_block(page);
}

/// The block of a page of one is freed by its thread: whether the page is the growing one now, free for the next block.
static bool keep_growing_page(mi_page_t *page)
{
    size_t room = page_room(page);
    if (room > GROWING_MOST || mi_option_get(mi_option_decommit_delay) == 0)
        return false;
    if (page != growing.page && growing.page) {
        mi_page_t *other = growing.page;
        if (other->used != 0 || page_room(other) >= room)
            return false;
        growing.page = NULL;
        _mi_page_retire(other);
    }
    growing.page = page;
    page->used = 0;
    say_size(page, room);
    return true;
}

/// Gives the page back where it is free: whether it was.
static bool release_growing_page(void)
{
    mi_page_t *page = growing.page;
    if (!page || page->used != 0)
        return false;
    _mi_page_retire(page);
    return true;
}
