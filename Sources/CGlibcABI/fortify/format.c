// What a fortified printf refuses before it prints: %n in a format that the program could have written, and positional
// arguments with gaps. glibc finds both while it formats; the texts and the outcome are the same when they are looked for first.
#include "fortify.h"
#include "format.h"
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

/// Positions up to this one are watched for gaps; glibc itself allows up to NL_ARGMAX, which no real format comes near.
enum { WATCHED_POSITIONS = 64 };

/// One line of /proc/self/maps at a time through a small buffer: no allocation, since the caller may be anywhere.
struct maps {
    int fd;
    size_t at, end;
    char buffer[1024];
};

static int maps_byte(struct maps *maps)
{
    if (maps->at == maps->end) {
        ssize_t got = read(maps->fd, maps->buffer, sizeof maps->buffer);
        if (got <= 0)
            return -1;
        maps->at = 0;
        maps->end = (size_t)got;
    }
    return (unsigned char)maps->buffer[maps->at++];
}

static int maps_hex(struct maps *maps, uintptr_t *value)
{
    int c;
    *value = 0;
    while ((c = maps_byte(maps)) >= 0) {
        if (c >= '0' && c <= '9')
            *value = *value << 4 | (uintptr_t)(c - '0');
        else if (c >= 'a' && c <= 'f')
            *value = *value << 4 | (uintptr_t)(c - 'a' + 10);
        else
            break;
    }
    return c;
}

/// Whether all of [start, start+size) lies in mappings without write permission. Where /proc cannot be read glibc trusts the
/// format, and so does this.
static bool read_only(const void *memory, size_t size)
{
    uintptr_t start = (uintptr_t)memory, stop = start + size;
    struct maps maps = {.fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC)};
    if (maps.fd < 0)
        return true;
    size_t left = size;
    for (;;) {
        uintptr_t low, high;
        if (maps_hex(&maps, &low) != '-' || maps_hex(&maps, &high) != ' ')
            break;
        maps_byte(&maps);
        bool writable = maps_byte(&maps) == 'w';
        int c;
        while ((c = maps_byte(&maps)) >= 0 && c != '\n') {}
        if (low < stop && high > start && !writable) {
            uintptr_t from = low > start ? low : start, to = high < stop ? high : stop;
            left -= to - from;
        }
        if (c < 0 || left == 0)
            break;
    }
    close(maps.fd);
    return left == 0;
}

/// What a format does that needs a look, found by one pass over either kind of string.
struct findings {
    bool writes;
    bool positional;
    unsigned highest;
    uint64_t used;
};

static void use(struct findings *found, unsigned position)
{
    found->positional = true;
    if (position > found->highest)
        found->highest = position;
    if (position >= 1 && position <= WATCHED_POSITIONS)
        found->used |= UINT64_C(1) << (position - 1);
}

// The same pass over char and wchar_t: only ASCII characters matter to it.
#define DEFINE_SCAN(name, character) \
    static const character *name##_number(const character *at, unsigned *value) \
    { \
        *value = 0; \
        while (*at >= '0' && *at <= '9') { \
            if (*value < 1000000) \
                *value = *value * 10 + (unsigned)(*at - '0'); \
            at++; \
        } \
        return at; \
    } \
    static const character *name##_star(const character *at, struct findings *found) \
    { \
        unsigned value; \
        const character *after = name##_number(at, &value); \
        if (after == at || *after != '$') \
            return at; \
        use(found, value); \
        return after + 1; \
    } \
    static const character *name(const character *at, struct findings *found) \
    { \
        for (; *at; at++) { \
            if (*at != '%') \
                continue; \
            unsigned value; \
            const character *after = name##_number(at + 1, &value); \
            if (after != at + 1 && *after == '$') \
                use(found, value), at = after; \
            at++; \
            while (*at == '-' || *at == '+' || *at == ' ' || *at == '#' || *at == '0' || *at == '\'' || *at == 'I') \
                at++; \
            at = *at == '*' ? name##_star(at + 1, found) : name##_number(at, &value); \
            if (*at == '.') { \
                at++; \
                at = *at == '*' ? name##_star(at + 1, found) : name##_number(at, &value); \
            } \
            while (*at == 'h' || *at == 'l' || *at == 'j' || *at == 'z' || *at == 't' || *at == 'L' || *at == 'q' || *at == 'Z') \
                at++; \
            if (*at == 'n') \
                found->writes = true; \
            if (!*at) \
                break; \
        } \
        return at; \
    }
DEFINE_SCAN(scan_bytes, char)
DEFINE_SCAN(scan_wide, wchar_t)

static void judge(const struct findings *found, const void *format, size_t size)
{
    if (found->positional && found->highest <= WATCHED_POSITIONS) {
        uint64_t all = found->highest == 64 ? ~UINT64_C(0) : (UINT64_C(1) << found->highest) - 1;
        if (found->used != all)
            glibc_compat_fatal("*** invalid %N$ use detected ***\n");
    }
    if (found->writes && !read_only(format, size))
        glibc_compat_fatal("*** %n in writable segment detected ***\n");
}

void glibc_compat_check_format(int flag, const char *format)
{
    // Most formats hold neither: two searches of the C library are quicker than the pass above.
    if (flag <= 0 || (!strchr(format, '$') && !strchr(format, 'n')))
        return;
    struct findings found = {0};
    const char *end = scan_bytes(format, &found);
    judge(&found, format, (size_t)(end - format));
}

void glibc_compat_check_wide_format(int flag, const wchar_t *format)
{
    if (flag <= 0 || (!wcschr(format, L'$') && !wcschr(format, L'n')))
        return;
    struct findings found = {0};
    const wchar_t *end = scan_wide(format, &found);
    judge(&found, format, (size_t)(end - format) * sizeof *format);
}
