// The short way of malloc and free: a block given back is the next one that is taken.
//
// mimalloc itself keeps what is given back apart until the list of the page is used up, so that a program that takes one block and gives it
// back walks through a whole page of memory, block after block. As glibc does, the block that the processor still has in its cache comes first.
#pragma once
#include "growing.h"
#include "heap.h"
#include "kept.h"

/// A page all of whose blocks are free. One that is alone in its size class is kept until some other pages have been made anew, which is counted
/// from the last time that this happened: for as many as a block needs that grows through all sizes, or each time it would find all of them gone.
#define KEPT_SMALL 33
#define KEPT_MEDIUM 9
static inline void page_is_free(mi_page_t *page)
{
    if (page->xblock_size > MI_MAX_RETIRE_SIZE) {
        large_is_free(page);
        return;
    }
    if (page->next || page->prev) {
        _mi_page_retire(page);
        return;
    }
    if (page->retire_expire == 0) {
        mi_heap_t *heap = mi_page_heap(page);
        size_t bin = mi_bin(page->xblock_size);
        if (bin < heap->page_retired_min)
            heap->page_retired_min = bin;
        if (bin > heap->page_retired_max)
            heap->page_retired_max = bin;
    }
    page->retire_expire = page->xblock_size <= MI_SMALL_OBJ_SIZE_MAX ? KEPT_SMALL : KEPT_MEDIUM;
}

/// A block of another thread's, or in a page that is full or has blocks at odd places.
static __attribute__((noinline)) void give_back_long(mi_segment_t *segment, mi_page_t *page, bool local, void *memory)
{
    if (!local || !may_grow(page) || !keep_growing_page(page))
        _mi_free_generic(segment, page, local, memory);
}

/// A block, as mi_free takes it.
static inline __attribute__((always_inline)) void give_back(void *memory)
{
    mi_segment_t *segment = _mi_ptr_segment(memory);
    mi_page_t *page = _mi_segment_page_of(segment, memory);
    int local = _mi_thread_id() == mi_atomic_load_relaxed(&segment->thread_id);
    if (__builtin_expect(!local || page->flags.full_aligned != 0, 0)) {
        give_back_long(segment, page, local, memory);
        return;
    }
    mi_block_t *block = memory;
    mi_block_set_next(page, block, page->free);
    page->free = block;
    page->is_zero = false;
    if (__builtin_expect(--page->used == 0, 0))
        page_is_free(page);
}
