// mimalloc as this library uses it: one translation unit, no constructor, nothing from the environment, no key of the program's.
//
// Ends of threads are told by our own pthread_create and, for threads that musl starts, by glibc_compat_attach_thread.
#pragma once
#include <pthread.h>
#include <time.h>

void glibc_compat_attach_thread(void);
static void heap_was_set(const void *heap);

#define MI_NO_GETENV 1
#define pthread_key_create(key, destructor) ((void)(destructor), (void)(*(key) = 0))
#define pthread_setspecific(key, heap) heap_was_set(heap)
#define constructor unused
// Some milliseconds more or less are all the same to what is given back after 25 of them, and this clock takes a tenth of the time.
#undef CLOCK_MONOTONIC
#define CLOCK_MONOTONIC CLOCK_MONOTONIC_COARSE
// Memory that the kernel would refuse to promise is refused here too, as by glibc: a program that asks for more than the machine has wants to be
// told so, and not to be killed when it touches it.
#include <sys/mman.h>
#undef MAP_NORESERVE
#define MAP_NORESERVE 0
// What mimalloc's static.c includes; segments that come and go and pages that go come by us first.
#include <mimalloc.h>
#include <mimalloc-internal.h>
#include <stats.c>
#include <random.c>
#include <os.c>
#include <bitmap.c>
#include <arena.c>
#include <segment-cache.c>
static void segment_comes(const mi_segment_t *segment);
static void segment_goes(const mi_segment_t *segment);
#define _mi_segment_map_allocated_at segment_comes
#define _mi_segment_map_freed_at segment_goes
#include <segment.c>
#undef _mi_segment_map_allocated_at
#undef _mi_segment_map_freed_at
static void page_goes(mi_page_t *page, bool force, mi_segments_tld_t *tld);
#define _mi_segment_page_free page_goes
#include <page.c>
#undef _mi_segment_page_free
#include <heap.c>
#include <alloc.c>
#include <alloc-aligned.c>
#include <alloc-posix.c>
#include <init.c>
#include <options.c>
#undef CLOCK_MONOTONIC
#undef constructor
#undef pthread_setspecific
#undef pthread_key_create

/// Called wherever a thread's heap changes: a thread that musl started itself announces its end to us.
static void heap_was_set(const void *heap)
{
    if (heap != &_mi_heap_main && heap != &_mi_heap_empty)
        glibc_compat_attach_thread();
}

/// A page whose block another thread was giving back while that thread was lost: the child would wait for it.
static bool repair_page(mi_heap_t *heap, mi_page_queue_t *queue, mi_page_t *page, void *unused1, void *unused2)
{
    (void)heap, (void)queue, (void)unused1, (void)unused2;
    mi_thread_free_t state = mi_atomic_load_relaxed(&page->xthread_free);
    if (mi_tf_delayed(state) == MI_DELAYED_FREEING)
        mi_atomic_store_release(&page->xthread_free, mi_tf_set_delayed(state, MI_USE_DELAYED_FREE));
    return true;
}

static void repair_after_fork(void)
{
    mi_heap_t *heap = mi_get_default_heap();
    mi_atomic_store_release(&abandoned_readers, (size_t)0);
    if (mi_heap_is_initialized(heap))
        mi_heap_visit_pages(heap, repair_page, NULL, NULL);
}
