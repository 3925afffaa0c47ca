// One free block of 16 to 32 MiB that is not given back to the kernel at once: for the program that takes and frees such a block again and
// again, and would have the kernel zero all of its pages each time. glibc comes to keep blocks up to that size as well.
//
// To mimalloc the block is in use. Any thread may put one there; only the thread whose segment it is takes it, because what it does
// with it (growing, giving back) is quick for that thread alone.
#pragma once
#include "blocks.h"
#include "heap.h"

#define KEPT_MOST ((size_t)34 << 20)
static _Atomic(mi_block_t *) kept;

static bool release_kept(void)
{
    mi_block_t *block = mi_atomic_exchange_acq_rel(&kept, NULL);
    if (block)
        mi_free(block);
    return block != NULL;
}

/// A block of at least `size` bytes, not zeroed, or NULL.
static void *take_kept(size_t size)
{
    if (!mi_atomic_load_relaxed(&kept))
        return NULL;
    mi_block_t *block = mi_atomic_exchange_acq_rel(&kept, NULL), *none = NULL;
    if (!block)
        return NULL;
    mi_segment_t *segment = _mi_ptr_segment(block);
    if (mi_atomic_load_relaxed(&segment->thread_id) == _mi_thread_id()) {
        mi_page_t *page = _mi_segment_page_of(segment, block);
        size_t room = page->slice_count * MI_SEGMENT_SLICE_SIZE, said = _mi_os_good_alloc_size(size);
        if (said <= room && size >= room / 2) {
            page->xblock_size = (uint32_t)said;
            return block;
        }
    }
    if (!mi_atomic_cas_strong_acq_rel(&kept, &none, block))
        mi_free(block);
    return NULL;
}

/// The only block of a page, which is large, is free: kept, or given back.
static __attribute__((noinline)) void large_is_free(mi_page_t *page)
{
    mi_segment_t *segment = _mi_page_segment(page);
    if (segment->kind != MI_SEGMENT_HUGE || mi_segment_size(segment) > KEPT_MOST || segment->mem_align_offset != 0
        || mi_option_get(mi_option_decommit_delay) == 0) {
        _mi_page_retire(page);
        return;
    }
    mi_block_t *block = page->free;
    page->free = NULL;
    page->used = 1;
    mi_block_t *before = mi_atomic_exchange_acq_rel(&kept, block);
    if (before == block)
        refuse_again(page);
    if (before)
        mi_free(before);
}

/// The calling thread ends: what it has kept is given back.
static void release_own_kept(void)
{
    mi_block_t *block = mi_atomic_exchange_acq_rel(&kept, NULL), *none = NULL;
    if (!block)
        return;
    bool own = mi_atomic_load_relaxed(&_mi_ptr_segment(block)->thread_id) == _mi_thread_id();
    if (own || !mi_atomic_cas_strong_acq_rel(&kept, &none, block))
        mi_free(block);
}
