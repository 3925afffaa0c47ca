// <stdio.h>: streams over the caller's memory, in C because the stream calls back.
//
// musl drops what does not fit without a word; here it is glibc's ENOSPC, told when the buffer is written out. Before
// 2.22 such streams were others: a zero always follows the text, SEEK_END counts backwards, and `b` as the mode's second
// letter means memory without zeros.
// Source: fmemopen(3), its notes on glibc 2.22 included.
#include "../old/old-version.h"
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// `used` bytes count as written, out of `size`.
struct memory {
    char *bytes;
    size_t size, used, at;
    char appends, own, binary;
};

static ssize_t read_memory(void *cookie, char *to, size_t count)
{
    struct memory *memory = cookie;
    size_t left = memory->used > memory->at ? memory->used - memory->at : 0;
    if (count > left)
        count = left;
    memcpy(to, memory->bytes + memory->at, count);
    memory->at += count;
    return (ssize_t)count;
}

static ssize_t write_memory(void *cookie, const char *from, size_t count)
{
    struct memory *memory = cookie;
    size_t at = memory->appends ? memory->used : memory->at;
    int zero = count == 0 || from[count - 1] != 0;
    if (count > memory->size - at) {
        if (memory->at + (size_t)zero >= memory->size) {
            errno = ENOSPC;
            return 0;
        }
        count = memory->size - at;
    }
    memcpy(memory->bytes + at, from, count);
    memory->at = at + count;
    if (memory->at > memory->used) {
        memory->used = memory->at;
        if (memory->used < memory->size && zero)
            memory->bytes[memory->used] = 0;
        else if (!memory->appends)
            memory->bytes[memory->size - 1] = 0;
    }
    return (ssize_t)count;
}

static int seek_memory(void *cookie, off_t *position, int from)
{
    struct memory *memory = cookie;
    off_t base = from == SEEK_SET ? 0 : from == SEEK_CUR ? (off_t)memory->at : (off_t)memory->used, place;
    if (__builtin_add_overflow(base, *position, &place) || place < 0 || (size_t)place > memory->size) {
        errno = EINVAL;
        return -1;
    }
    memory->at = (size_t)place;
    *position = place;
    return 0;
}

static int close_memory(void *cookie)
{
    struct memory *memory = cookie;
    if (memory->own)
        free(memory->bytes);
    free(memory);
    return 0;
}

static ssize_t read_old(void *cookie, char *to, size_t count)
{
    struct memory *memory = cookie;
    if (count > memory->size - memory->at)
        count = memory->size - memory->at;
    memcpy(to, memory->bytes + memory->at, count);
    memory->at += count;
    if (memory->at > memory->used)
        memory->used = memory->at;
    return (ssize_t)count;
}

static ssize_t write_old(void *cookie, const char *from, size_t count)
{
    struct memory *memory = cookie;
    size_t zero = !memory->binary && (count == 0 || from[count - 1] != 0), room = memory->size - memory->at;
    if (count + zero > room) {
        if (zero >= room) {
            errno = ENOSPC;
            return 0;
        }
        count = room - zero;
    }
    memcpy(memory->bytes + memory->at, from, count);
    memory->at += count;
    if (memory->at > memory->used) {
        memory->used = memory->at;
        if (zero)
            memory->bytes[memory->used] = 0;
    }
    return (ssize_t)count;
}

static int seek_old(void *cookie, off_t *position, int from)
{
    struct memory *memory = cookie;
    size_t end = memory->binary ? memory->size : memory->used;
    off_t place = *position;
    if (from == SEEK_CUR ? __builtin_add_overflow((off_t)memory->at, place, &place)
                         : from == SEEK_END && __builtin_sub_overflow((off_t)end, place, &place))
        return -1;
    if (place < 0 || (size_t)place > memory->size)
        return -1;
    memory->at = (size_t)place;
    *position = place;
    return 0;
}

/// The memory behind a stream: the caller's, or some of its own. NULL: EINVAL or ENOMEM.
static struct memory *made(void *bytes, size_t size, const char *mode)
{
    if (bytes && size > -(uintptr_t)bytes) {
        errno = EINVAL;
        return NULL;
    }
    struct memory *memory = calloc(1, sizeof *memory);
    if (!memory)
        return NULL;
    memory->own = !bytes;
    memory->bytes = bytes ? bytes : malloc(size ? size : 1);
    if (!memory->bytes) {
        free(memory);
        return NULL;
    }
    memory->size = size;
    if (size && (!bytes || (mode[0] == 'w' && mode[1] == '+')))
        memory->bytes[0] = 0;
    return memory;
}

static FILE *opened(struct memory *memory, const char *mode, cookie_io_functions_t functions)
{
    FILE *stream = fopencookie(memory, mode, functions);
    if (!stream)
        close_memory(memory);
    return stream;
}

FILE *fmemopen(void *restrict bytes, size_t size, const char *restrict mode)
{
    struct memory *memory = made(bytes, size, mode);
    if (!memory)
        return NULL;
    memory->appends = mode[0] == 'a';
    if (memory->appends)
        memory->at = memory->used = strnlen(memory->bytes, size);
    else
        memory->used = mode[0] == 'r' ? size : 0;
    return opened(memory, mode, (cookie_io_functions_t){read_memory, write_memory, seek_memory, close_memory});
}

OLD_VERSION("fmemopen@GLIBC_2.2.5")
FILE *glibc_compat_fmemopen_2_2_5(void *restrict bytes, size_t size, const char *restrict mode)
{
    if (!size) {
        errno = EINVAL;
        return NULL;
    }
    struct memory *memory = made(bytes, size, mode);
    if (!memory)
        return NULL;
    memory->used = strnlen(memory->bytes, size);
    if (mode[0] == 'a')
        memory->at = memory->used;
    else if (mode[0] == 'w')
        memory->bytes[0] = 0, memory->used = 0;
    memory->binary = mode[0] && mode[1] == 'b';
    return opened(memory, mode, (cookie_io_functions_t){read_old, write_old, seek_old, close_memory});
}
