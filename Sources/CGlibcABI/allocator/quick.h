// The short way of malloc and free: a block given back is the next one that is taken.
//
// mimalloc itself keeps what is given back apart until the list of the page is used up, so that a program that takes one block and gives it
// back walks through a whole page of memory, block after block. As glibc does, the block that the processor still has in its cache comes first.
#pragma once
#include "blocks.h"
#include "growing.h"
#include "heap.h"
#include "kept.h"

/// A page all of whose blocks are free. One that is alone in its size class is kept until some other pages have been made anew, which is counted
/// from the last time that this happened: for as many as a block needs that grows through all sizes, or each time it would find all of them gone.
#define KEPT_SMALL 33
#define KEPT_MEDIUM 9
static inline void page_is_free(mi_page_t *page)
{
    if (page->used != 0)
        refuse_again(page);
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

/// A block of the calling thread's, at its place in a page that is not full.
static inline __attribute__((always_inline)) void put_back(mi_page_t *page, mi_block_t *block)
{
    mi_block_t *first = page->free;
    if (__builtin_expect(first == block, 0))
        refuse_again(page);
    mi_block_set_next(page, block, first);
    page->free = block;
    page->is_zero = false;
    // Below 0 where the page is all free already.
    if (__builtin_expect((int32_t)--page->used <= 0, 0))
        page_is_free(page);
}

/// A block that is in another segment than the last, or in a page that is full or has blocks at odd places.
static __attribute__((noinline)) void give_back_long(mi_page_t *page, void *memory)
{
    bool local = true;
    if (!page)
        page = far_page(memory, &local, "free(): invalid pointer\n");
    if (local && page->used == 0)
        refuse_again(page);
    if (local && page->flags.full_aligned == 0)
        put_back(page, memory);
    else if (!local || !may_grow(page) || !keep_growing_page(page))
        _mi_free_generic(_mi_ptr_segment(memory), page, local, memory);
}

/// A block, as mi_free takes it.
static inline __attribute__((always_inline)) void give_back(void *memory)
{
    mi_page_t *page = near_page(memory);
    if (__builtin_expect(page == NULL || page->flags.full_aligned != 0, 0))
        give_back_long(page, memory);
    else
        put_back(page, memory);
}
