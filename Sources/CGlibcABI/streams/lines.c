// <stdio.h>: lines.
#include "points.h"
#include "stream.h"
#include "../include/alias.h"
#include "../include/next.h"
#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/// Source: fgets(3).
char *fgets(char *restrict to, int size, FILE *restrict file)
{
    struct stream *stream = quick(file);
    if (stream && size > 1) {
        size_t count = (size_t)(stream->read_end - stream->read_at);
        if (count > (size_t)size - 1)
            count = (size_t)size - 1;
        unsigned char *end = count ? memchr(stream->read_at, '\n', count) : NULL;
        if (end || count == (size_t)size - 1) {
            if (end)
                count = (size_t)(end - stream->read_at) + 1;
            carries_bytes(stream);
            memcpy(to, stream->read_at, count);
            to[count] = 0;
            stream->read_at += count;
            return to;
        }
    }
    char *result = glibc_compat_musl_fgets(to, size, file);
    if (!result)
        refused(file, NOT_READ);
    return result;
}
ALIAS(fgets, fgets_unlocked);

/// Room for `needed` bytes in the caller's block, grown as glibc grows it: programs see the size.
static int reserve(char **line, size_t *room, size_t needed)
{
    if (needed <= *room)
        return 0;
    size_t wanted = *room > SIZE_MAX / 2 ? needed : 2 * *room;
    if (wanted < needed)
        wanted = needed;
    char *grown = realloc(*line, wanted);
    if (!grown)
        return -1;
    *line = grown;
    *room = wanted;
    return 0;
}

static ssize_t read_line(char **restrict line, size_t *restrict room, int delimiter, FILE *file)
{
    struct stream *stream = (struct stream *)file;
    size_t used = 0;
    // As on glibc, nothing is read once the stream has failed.
    if (stream->flags & FAILED)
        return -1;
    // A size of 0 says that the pointer points to nothing.
    if (!*line || *room == 0) {
        *room = 120;
        *line = malloc(*room);
        if (!*line)
            return -1;
    }
    for (;;) {
        size_t count = (size_t)(stream->read_end - stream->read_at);
        unsigned char *end = count ? memchr(stream->read_at, delimiter, count) : NULL;
        if (end)
            count = (size_t)(end - stream->read_at) + 1;
        if (count >= SSIZE_MAX - used) {
            errno = EOVERFLOW;
            return -1;
        }
        if (count) {
            if (reserve(line, room, used + count + 1))
                return -1;
            carries_bytes(stream);
            memcpy(*line + used, stream->read_at, count);
            stream->read_at += count;
            used += count;
            if (end)
                break;
        }
        // The buffer is empty: the next byte comes with what fills it.
        int c = glibc_compat_musl_getc_unlocked(file);
        if (c == EOF) {
            refused(file, NOT_READ);
            if (used == 0)
                return -1;
            break;
        }
        // It goes back: a stream that reads has room for it even without a buffer.
        if (stream->read_at && stream->read_at > stream->buffer - BEFORE_BUFFER) {
            *--stream->read_at = (unsigned char)c;
            continue;
        }
        if (reserve(line, room, used + 2))
            return -1;
        (*line)[used++] = (char)c;
        if (c == (unsigned char)delimiter)
            break;
    }
    (*line)[used] = 0;
    return (ssize_t)used;
}

struct line {
    char **text;
    size_t *room;
    int delimiter;
    FILE *file;
};

static ssize_t read_locked_line(const struct line *line) { return read_line(line->text, line->room, line->delimiter, line->file); }

/// Reads up to and with `delimiter`, to a block from malloc. EINVAL for a missing pointer, EOVERFLOW for a line that no result can say,
/// -1 at the end of the file. Source: getdelim(3).
ssize_t getdelim(char **restrict line, size_t *restrict room, int delimiter, FILE *restrict file)
{
    if (!line || !room) {
        errno = EINVAL;
        return -1;
    }
    if (!glibc_compat_streams_known)
        return NEXT(getdelim)(line, room, delimiter, file);
    if (quick(file))
        return read_line(line, room, delimiter, file);
    return call_locked(file, (void *)read_locked_line, (long)&(struct line){line, room, delimiter, file}, 0, 0);
}
ALIAS(getdelim, __getdelim);

ssize_t getline(char **restrict line, size_t *restrict room, FILE *restrict file) { return getdelim(line, room, '\n', file); }
