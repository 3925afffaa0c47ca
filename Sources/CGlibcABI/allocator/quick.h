// The short way of malloc and free: a block given back is the next one that is taken.
//
// mimalloc itself keeps what is given back apart until the list of the page is used up, so that a program that takes one block and gives it
// back walks through a whole page of memory, block after block. As glibc does, the block that the processor still has in its cache comes first.
#pragma once
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

/// A block, as mi_free takes it. What other threads own, and pages with blocks at odd places, go mimalloc's way.
static inline __attribute__((always_inline)) void give_back(void *memory)
{
    mi_segment_t *segment = _mi_ptr_segment(memory);
    mi_page_t *page = _mi_segment_page_of(segment, memory);
    int local = _mi_thread_id() == mi_atomic_load_relaxed(&segment->thread_id);
    if (__builtin_expect(!local || page->flags.full_aligned != 0, 0)) {
        _mi_free_generic(segment, page, local, memory);
        return;
    }
    mi_block_t *block = memory;
    mi_block_set_next(page, block, page->free);
    page->free = block;
    page->is_zero = false;
    if (__builtin_expect(--page->used == 0, 0))
        page_is_free(page);
}
