// The checked forms of what reads a line or a block from a stream.
//
// glibc does not refuse a count that is larger than the buffer: only a line that really does not fit ends the process. So a
// count that fits goes to the plain function, and only the rest reads byte by byte, to stop exactly where the buffer ends.
// Source: LSB 5.0 (`__fgets_chk` and the rest) and glibc's <bits/stdio2.h>.
#include "fortify.h"
#include "../streams/points.h"
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/// A line of at most `most` bytes, its newline included: the bytes read, or `most` + 1 where there was one more.
static size_t line(char *to, size_t most, FILE *stream)
{
    size_t length = 0;
    int c = 0;
    while (c != '\n' && (c = getc_unlocked(stream)) != EOF) {
        if (length == most)
            return most + 1;
        to[length++] = (char)c;
    }
    return length;
}

static char *bounded_line(char *to, size_t room, FILE *stream)
{
    if (room == 0)
        return NULL;
    size_t length = line(to, room - 1, stream);
    if (length >= room)
        __chk_fail();
    to[length] = 0;
    return length == 0 || ferror(stream) ? NULL : to;
}

char *__fgets_chk(char *to, size_t room, int count, FILE *stream)
{
    if (count <= 0)
        return NULL;
    if ((size_t)count <= room)
        return fgets(to, count, stream);
    return (char *)call_locked(stream, (void *)bounded_line, (long)to, (long)room, (long)stream);
}

char *__fgets_unlocked_chk(char *to, size_t room, int count, FILE *stream)
{
    if (count <= 0)
        return NULL;
    return (size_t)count <= room ? fgets_unlocked(to, count, stream) : bounded_line(to, room, stream);
}

static wchar_t *bounded_wide_line(wchar_t *to, size_t room, FILE *stream)
{
    size_t length = 0;
    wint_t c = 0;
    if (room == 0)
        return NULL;
    while (c != L'\n' && (c = fgetwc_unlocked(stream)) != WEOF) {
        if (length == room - 1)
            __chk_fail();
        to[length++] = (wchar_t)c;
    }
    to[length] = 0;
    return length == 0 || ferror(stream) ? NULL : to;
}

wchar_t *__fgetws_chk(wchar_t *to, size_t room, int count, FILE *stream)
{
    if (count <= 0)
        return NULL;
    if ((size_t)count <= room)
        return fgetws(to, count, stream);
    return (wchar_t *)call_locked(stream, (void *)bounded_wide_line, (long)to, (long)room, (long)stream);
}

wchar_t *__fgetws_unlocked_chk(wchar_t *to, size_t room, int count, FILE *stream)
{
    if (count <= 0)
        return NULL;
    return (size_t)count <= room ? fgetws_unlocked(to, count, stream) : bounded_wide_line(to, room, stream);
}

static char *get_line(char *to, size_t room)
{
    size_t length = 0;
    int c;
    while ((c = getc_unlocked(stdin)) != EOF && c != '\n') {
        if (length == room - 1)
            __chk_fail();
        to[length++] = (char)c;
    }
    bool nothing = (c == EOF && length == 0) || ferror(stdin);
    if (!nothing)
        to[length] = 0;
    return nothing ? NULL : to;
}

/// gets(3): the line without its newline, however long; only a line that does not fit ends the process.
char *__gets_chk(char *to, size_t room)
{
    if (room == 0)
        __chk_fail();
    return (char *)call_locked(stdin, (void *)get_line, (long)to, (long)room, 0);
}

static void check_block(size_t size, size_t count, size_t room)
{
    size_t bytes;
    if (__builtin_mul_overflow(size, count, &bytes) || bytes > room)
        __chk_fail();
}

size_t __fread_chk(void *to, size_t room, size_t size, size_t count, FILE *stream)
{
    check_block(size, count, room);
    return fread(to, size, count, stream);
}

size_t __fread_unlocked_chk(void *to, size_t room, size_t size, size_t count, FILE *stream)
{
    check_block(size, count, room);
    return fread_unlocked(to, size, count, stream);
}
