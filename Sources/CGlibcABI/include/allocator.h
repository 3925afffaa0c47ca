// The allocator of the glibc side, for the rest of the shim. Without mimalloc these are musl's (libc/malloc.c).
#pragma once
#include <stdbool.h>
#include <stddef.h>

// The shim's own, also where the program has replaced malloc.
void *glibc_compat_malloc(size_t size);
void *glibc_compat_calloc(size_t count, size_t size);
void *glibc_compat_realloc(void *block, size_t size);
void *glibc_compat_memalign(size_t alignment, size_t size);
void glibc_compat_free(void *block);

/// Before there is a second thread: the calling thread's heap is the main one from now on.
void glibc_compat_heap_begins(void);
/// The calling thread ends: others take over what it has allocated.
void glibc_compat_heap_thread_ends(void);
/// In the child of a fork of a process with several threads.
void glibc_compat_heap_forked(void);
/// Free blocks of about the same size, from the least to the most.
struct heap_class { size_t least, most, blocks, bytes; };
/// As many as mimalloc has, the last for all that is larger than 128 KiB.
#define HEAP_CLASSES 74
/// What the allocator holds of the system.
struct heap_usage {
    size_t held;        // bytes of memory, without blocks that have a mapping to themselves
    size_t used;        // of them in blocks
    size_t free_blocks; // and how many are free
    size_t releasable;  // bytes that are free and wait to be given back
    size_t mappings;    // blocks with a mapping to themselves
    size_t mapped;      // and their bytes
    size_t addresses;   // all addresses that are reserved
    struct heap_class free[HEAP_CLASSES];
};
/// Counts, which takes some microseconds and more where there are many segments. False where the allocator does not count: musl's.
bool glibc_compat_heap_usage(struct heap_usage *usage);
/// Gives back what is free; whether that was anything.
bool glibc_compat_heap_trim(void);
/// Fills freed blocks with `value`, and new ones with its complement; 0 does not.
void glibc_compat_heap_fill(int value);
/// From how many free bytes on memory is given back at once: only 0, and so much that it means never, make a difference.
void glibc_compat_heap_trim_threshold(size_t bytes);
