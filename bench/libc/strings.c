// The string functions: lengths as programs have them (a mix of short ones, a mix of middling ones), then 4 KiB, 64 KiB and 4 MiB.
//
// Built with -fno-builtin: each call goes to the libc.
#include "micro.h"
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

enum { SHORT = 1, MIDDLING = 2, PAGE = 4096, LARGE = 65536, HUGE = 4 << 20, LENGTHS = 1024 };

// Two texts with room around them, and for each call its length and where in its line of the cache it starts.
static char *left, *right;
static struct { unsigned length, from, to; } calls[LENGTHS];

static void prepare(const struct row *row)
{
    unsigned state = 7;
    size_t most = row->size < PAGE ? PAGE : row->size;
    left = aligned_alloc(4096, most + 8192);
    right = aligned_alloc(4096, most + 8192);
    memset(left, 'a', most + 8192);
    memset(right, 'a', most + 8192);
    for (int i = 0; i < LENGTHS; i++) {
        calls[i].length = row->size == SHORT ? 1 + draw(&state, 31) : row->size == MIDDLING ? 32 + draw(&state, 480) : row->size;
        calls[i].from = row->size < PAGE ? draw(&state, 64) : 0;
        calls[i].to = row->size < PAGE ? draw(&state, 64) : 0;
    }
}

// One function is one loop over the calls; `from` is text of `length` bytes, ended where `END` says so.
#define LOOP(function, ...) \
    static void function##_loop(const struct row *row, long count) \
    { \
        (void)row; \
        for (long i = 0; i < count; i++) { \
            size_t length = calls[i % LENGTHS].length; \
            char *from = left + calls[i % LENGTHS].from, *to = right + calls[i % LENGTHS].to; \
            (void)length, (void)from, (void)to; \
            __VA_ARGS__; \
        } \
    }
#define ENDED(text, byte, ...) \
    do { \
        char kept = (text)[length]; \
        (text)[length] = byte; \
        __VA_ARGS__; \
        (text)[length] = kept; \
    } while (0)

LOOP(memcpy, USE(memcpy(to, from, length)))
LOOP(memmove, USE(memmove(to, to + 40, length)); USE(memmove(from + 40, from, length)))
LOOP(memset, memset(to, 'a', length))
LOOP(memcmp, USE(memcmp(to, from, length)))
LOOP(memchr, ENDED(from, 'x', USE(memchr(from, 'x', length + 1))))
LOOP(memrchr, USE(memrchr(from, 'x', length)))
LOOP(rawmemchr, ENDED(from, 'x', USE(rawmemchr(from, 'x'))))
LOOP(strlen, ENDED(from, 0, USE(strlen(from))))
LOOP(strnlen, ENDED(from, 0, USE(strnlen(from, length + 10))))
LOOP(strchr, ENDED(from, 'x', USE(strchr(from, 'x'))))
LOOP(strrchr, ENDED(from, 0, USE(strrchr(from, 'x'))))
LOOP(strchrnul, ENDED(from, 0, USE(strchrnul(from, 'x'))))
LOOP(strcmp, ENDED(from, 0, ENDED(to, 0, USE(strcmp(from, to)))))
LOOP(strncmp, USE(strncmp(from, to, length)))
LOOP(strcasecmp, ENDED(from, 0, ENDED(to, 0, USE(strcasecmp(from, to)))))
LOOP(strcpy, ENDED(from, 0, USE(strcpy(to, from))); to[length] = 'a')
LOOP(stpcpy, ENDED(from, 0, USE(stpcpy(to, from))); to[length] = 'a')
LOOP(strncpy, ENDED(from, 0, USE(strncpy(to, from, length + 16))); memset(to + length, 'a', 16))
LOOP(strcat, ENDED(from, 0, to[0] = 0; USE(strcat(to, from))); to[length] = 'a')
LOOP(strspn, ENDED(from, 0, USE(strspn(from, "bcda"))))
LOOP(strcspn, ENDED(from, 0, USE(strcspn(from, "xyz\n"))))
LOOP(strpbrk, ENDED(from, 0, USE(strpbrk(from, "xyz\n"))))
LOOP(strstr, ENDED(from, 0, USE(strstr(from, "axle"))))
LOOP(memmem, USE(memmem(from, length, "axle", 4)))
// Wide characters: a quarter as many.
LOOP(wcslen, {
    wchar_t *wide = (wchar_t *)left;
    wide[length / 4] = 0;
    USE(wcslen(wide));
    wide[length / 4] = L'a';
})
LOOP(wmemset, USE(wmemset((wchar_t *)right, L'a', length / 4)))

#define SIZES(function) \
    {#function, "1-31 B", function##_loop, SHORT, 0, prepare}, {#function, "32-511 B", function##_loop, MIDDLING, 0, prepare}, \
    {#function, "4 KiB", function##_loop, PAGE, 0, prepare}, {#function, "64 KiB", function##_loop, LARGE, 0, prepare}
#define AND_HUGE(function) SIZES(function), {#function, "4 MiB", function##_loop, HUGE, 0, prepare}

const struct row string_rows[] = {
    AND_HUGE(memcpy), AND_HUGE(memmove), AND_HUGE(memset), AND_HUGE(memcmp), AND_HUGE(memchr), SIZES(memrchr), SIZES(rawmemchr),
    AND_HUGE(strlen), SIZES(strnlen), SIZES(strchr), SIZES(strrchr), SIZES(strchrnul), SIZES(strcmp), SIZES(strncmp), SIZES(strcasecmp),
    SIZES(strcpy), SIZES(stpcpy), SIZES(strncpy), SIZES(strcat), SIZES(strspn), SIZES(strcspn), SIZES(strpbrk), SIZES(strstr),
    SIZES(memmem), SIZES(wcslen), SIZES(wmemset), {0},
};
