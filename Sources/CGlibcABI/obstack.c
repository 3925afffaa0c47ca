// <obstack.h>: growing objects in chunks, at glibc's structure layout. In C because the program's functions are called back and
// may leave by longjmp or an exception.
#include "old/old-version.h"
#include "obstack.h"
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DEFAULT_ALIGNMENT = 16, DEFAULT_CHUNK = 4096 - 8 - 16 - 8 };

int obstack_exit_failure = EXIT_FAILURE;

static __attribute__((noreturn)) void print_and_exit(void)
{
    fputs("memory exhausted\n", stderr);
    exit(obstack_exit_failure);
}

void (*obstack_alloc_failed_handler)(void) = print_and_exit;
// Before 2.3 the macros of <obstack.h> could reach a current stack by this name.
struct obstack *_obstack;
OLD_OBJECT(8, _obstack, _obstack, "2.2.5");

static void *chunk_allocate(struct obstack *stack, long size)
{
    if (stack->use_extra_argument)
        return stack->allocate.with_extra(stack->extra_argument, size);
    return stack->allocate.plain(size);
}

static void chunk_release(struct obstack *stack, struct obstack_chunk *chunk)
{
    if (stack->use_extra_argument)
        stack->release.with_extra(stack->extra_argument, chunk);
    else
        stack->release.plain(chunk);
}

static char *aligned(const struct obstack *stack, char *position)
{
    uintptr_t mask = (uintptr_t)stack->alignment_mask;
    return (char *)(((uintptr_t)position + mask) & ~mask);
}

static int begin(struct obstack *stack, int size, int alignment)
{
    stack->chunk_size = size ? size : DEFAULT_CHUNK;
    stack->alignment_mask = (alignment ? alignment : DEFAULT_ALIGNMENT) - 1;
    struct obstack_chunk *chunk = stack->chunk = chunk_allocate(stack, stack->chunk_size);
    if (!chunk)
        obstack_alloc_failed_handler();
    stack->next_free = stack->object_base = aligned(stack, chunk->contents);
    stack->chunk_limit = chunk->limit = (char *)chunk + stack->chunk_size;
    chunk->previous = NULL;
    stack->maybe_empty_object = 0;
    stack->allocation_failed = 0;
    return 1;
}

/// Starts a stack whose chunks come from `allocate`. Never returns failure: obstack_alloc_failed_handler does not come back.
/// Source: <obstack.h>, the GNU C Library manual, "Preparing for Using Obstacks".
int _obstack_begin(struct obstack *stack, int size, int alignment, void *(*allocate)(long), void (*release)(void *))
{
    stack->allocate.plain = allocate;
    stack->release.plain = release;
    stack->use_extra_argument = 0;
    return begin(stack, size, alignment);
}

/// As _obstack_begin; both functions get `extra` as their first argument.
int _obstack_begin_1(struct obstack *stack, int size, int alignment, void *(*allocate)(void *, long), void (*release)(void *, void *),
                     void *extra)
{
    stack->allocate.with_extra = allocate;
    stack->release.with_extra = release;
    stack->extra_argument = extra;
    stack->use_extra_argument = 1;
    return begin(stack, size, alignment);
}

/// Moves the growing object to a new chunk with room for `length` more bytes. The chunk before it is given back where it held nothing else.
void _obstack_newchunk(struct obstack *stack, int length)
{
    struct obstack_chunk *old = stack->chunk;
    long object_size = stack->next_free - stack->object_base;
    long wanted;
    // The spare eighth makes the cost of growing byte by byte linear.
    if (__builtin_add_overflow(object_size, (long)length, &wanted) ||
        __builtin_add_overflow(wanted, (long)stack->alignment_mask + (object_size >> 3) + 100, &wanted) || length < 0) {
        obstack_alloc_failed_handler();
        return;
    }
    if (wanted < stack->chunk_size)
        wanted = stack->chunk_size;
    struct obstack_chunk *new = chunk_allocate(stack, wanted);
    if (!new)
        obstack_alloc_failed_handler();
    stack->chunk = new;
    new->previous = old;
    stack->chunk_limit = new->limit = (char *)new + wanted;
    char *object = aligned(stack, new->contents);
    memcpy(object, stack->object_base, (size_t)object_size);
    if (!stack->maybe_empty_object && stack->object_base == aligned(stack, old->contents)) {
        new->previous = old->previous;
        chunk_release(stack, old);
    }
    stack->object_base = object;
    stack->next_free = object + object_size;
    stack->maybe_empty_object = 0;
}

// An object at the very start of a chunk has that start as its address; one at the limit may be empty.
static int holds(const struct obstack_chunk *chunk, const void *object)
{
    return (const void *)chunk < object && object <= (const void *)chunk->limit;
}

/// Whether `object` lies in this stack. Source: <obstack.h>.
int _obstack_allocated_p(struct obstack *stack, void *object)
{
    const struct obstack_chunk *chunk = stack->chunk;
    while (chunk && !holds(chunk, object))
        chunk = chunk->previous;
    return chunk != NULL;
}

/// Frees `object` and everything allocated after it; NULL frees all. An object of another stack aborts. Source: <obstack.h>.
void obstack_free(struct obstack *stack, void *object)
{
    struct obstack_chunk *chunk = stack->chunk;
    while (chunk && !holds(chunk, object)) {
        struct obstack_chunk *previous = chunk->previous;
        chunk_release(stack, chunk);
        chunk = previous;
        // An empty object may have been left at the end of the chunk that is now the last one.
        stack->maybe_empty_object = 1;
    }
    if (chunk) {
        stack->object_base = stack->next_free = object;
        stack->chunk_limit = chunk->limit;
        stack->chunk = chunk;
    } else if (object) {
        abort();
    }
}

void _obstack_free(struct obstack *stack, void *object) __attribute__((alias("obstack_free")));

/// Bytes in the stack's chunks.
int _obstack_memory_used(struct obstack *stack)
{
    long bytes = 0;
    for (const struct obstack_chunk *chunk = stack->chunk; chunk; chunk = chunk->previous)
        bytes += chunk->limit - (char *)chunk;
    return (int)bytes;
}

/// Appends formatted text to the growing object, without an end byte. Returns the number of bytes. Source: <stdio.h> (GNU).
int obstack_vprintf(struct obstack *stack, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    long room = stack->chunk_limit - stack->next_free;
    int length = vsnprintf(stack->next_free, (size_t)room, format, arguments);
    if (length >= 0 && length >= room) {
        // One byte for the end that vsnprintf writes and the object does not keep.
        _obstack_newchunk(stack, length + 1);
        length = vsnprintf(stack->next_free, (size_t)length + 1, format, again);
    }
    va_end(again);
    if (length > 0)
        stack->next_free += length;
    return length;
}

int obstack_printf(struct obstack *stack, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = obstack_vprintf(stack, format, arguments);
    va_end(arguments);
    return length;
}
