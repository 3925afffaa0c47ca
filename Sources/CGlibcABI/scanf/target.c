// Where texts go, and blocks that %ms and its kin allocate.
//
// What a failure leaves is what glibc leaves: on EOF all blocks of the call are freed and their pointers NULL; otherwise that of the conversion
// that failed.
#include "scanf.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/// More positions than POSIX asks for (NL_ARGMAX); glibc reads past the arguments for any number.
enum { MOST_POSITIONS = 4096 };

void *glibc_compat_scan_argument(struct scan_arguments *arguments, int position)
{
    if (__builtin_expect(position == 0, 1))
        return va_arg(arguments->next, void *);
    if (position < 0 || position > MOST_POSITIONS)
        return NULL;
    va_list from_first;
    va_copy(from_first, arguments->all);
    while (--position)
        (void)va_arg(from_first, void *);
    void *argument = va_arg(from_first, void *);
    va_end(from_first);
    return argument;
}

static bool remember(struct scan_blocks *blocks, void **pointer)
{
    if (blocks->count == blocks->room) {
        size_t room = blocks->room ? blocks->room * 2 : sizeof blocks->few / sizeof *blocks->few;
        void ***grown = blocks->few;
        if (blocks->room) {
            grown = malloc(room * sizeof *grown);
            if (!grown)
                return false;
            memcpy(grown, blocks->pointers, blocks->count * sizeof *grown);
            if (blocks->pointers != blocks->few)
                free(blocks->pointers);
        }
        blocks->pointers = grown;
        blocks->room = room;
    }
    blocks->pointers[blocks->count++] = pointer;
    return true;
}

enum scan_outcome glibc_compat_scan_open(struct scan_target *target, const struct scan_spec *spec, struct scan_arguments *arguments,
                                         struct scan_blocks *blocks, size_t unit, size_t characters)
{
    *target = (struct scan_target){ .unit = unit };
    if (spec->flags & SCAN_DROPPED)
        return SCAN_GOES_ON;
    void *argument = glibc_compat_scan_argument(arguments, spec->position);
    if (!argument)
        return SCAN_NO_MATCH;
    target->at = argument;
    if (__builtin_expect(!(spec->flags & (SCAN_ALLOCATES | SCAN_ALLOCATES_GNU)), 1))
        return SCAN_GOES_ON;
    target->block = argument;
    target->old = spec->flags & SCAN_ALLOCATES_GNU;
    if (!target->old && !remember(blocks, target->block))
        return SCAN_FAILED;
    *target->block = target->at = malloc(characters * unit);
    if (!target->at)
        return SCAN_NO_MATCH;
    target->end = target->at + characters * unit;
    blocks->open = target->block;
    return SCAN_GOES_ON;
}

enum scan_outcome glibc_compat_scan_grow(struct scan_target *target, struct scan_blocks *blocks, int *done)
{
    char *block = *target->block;
    size_t used = (size_t)(target->at - block), had = (size_t)(target->end - block), room = had * 2;
    char *grown = realloc(block, room);
    if (!grown)
        grown = realloc(block, room = had + target->unit);
    if (grown) {
        *target->block = grown;
        target->at = grown + used;
        target->end = grown + room;
        return SCAN_GOES_ON;
    }
    if (!target->old)
        return SCAN_FAILED;
    // An old program gets the text as far as there was room.
    memset(target->at - target->unit, 0, target->unit);
    blocks->open = NULL;
    ++*done;
    return SCAN_NO_MATCH;
}

void glibc_compat_scan_close(struct scan_target *target, struct scan_blocks *blocks)
{
    blocks->open = NULL;
    size_t used = (size_t)(target->at - (char *)*target->block);
    void *smaller = target->at == target->end ? NULL : realloc(*target->block, used);
    if (smaller)
        *target->block = smaller;
}

void glibc_compat_scan_release(struct scan_blocks *blocks, bool failed)
{
    for (size_t i = 0; failed && i < blocks->count; i++) {
        free(*blocks->pointers[i]);
        *blocks->pointers[i] = NULL;
    }
    if (blocks->open) {
        free(*blocks->open);
        *blocks->open = NULL;
    }
    if (blocks->pointers != blocks->few)
        free(blocks->pointers);
}
