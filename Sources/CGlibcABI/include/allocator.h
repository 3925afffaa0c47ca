// The allocator of the glibc side, for the rest of the shim. Without mimalloc these are musl's (libc/malloc.c).
#pragma once
#include <stddef.h>

// The shim's own, also where the program has replaced malloc.
void *glibc_compat_malloc(size_t size);
void *glibc_compat_calloc(size_t count, size_t size);
void *glibc_compat_realloc(void *block, size_t size);
void *glibc_compat_memalign(size_t alignment, size_t size);
void glibc_compat_free(void *block);

/// The calling thread ends: others take over what it has allocated.
void glibc_compat_heap_thread_ends(void);
/// In the child of a fork of a process with several threads.
void glibc_compat_heap_forked(void);
/// Bytes that the allocator holds of the system, in use or not; 0 where it does not count them.
size_t glibc_compat_heap_held(void);
/// Gives back what is free; how many bytes that were.
size_t glibc_compat_heap_trim(void);
