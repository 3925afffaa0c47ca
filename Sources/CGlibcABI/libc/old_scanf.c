// <stdio.h>: scanf as it was before C99, which programs built with -std=gnu89 call: %as, %aS and %a[ allocate, as %ms does.
// Today's names are __isoc99_scanf and its kin, where %a reads a number. Both take the flags ' and I, and
// the length q. In C because it is variadic.
// Source: scanf(3), "The 'a' assignment-allocation modifier".
#include "../streams/sscanf.h"
#include "next.h"
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/// One conversion, behind its percent sign, copied to `to` without the flags for grouped and for the locale's own digits, which have no meaning
/// in the locales there are and which musl does not know. Gives where the format goes on.
static const char *conversion(const char *at, char **to, bool old)
{
    for (; *at && strchr("*$'I0123456789", *at); at++)
        if (*at != '\'' && *at != 'I')
            *(*to)++ = *at;
    if (old && *at == 'a' && at[1] && strchr("sS[", at[1])) {
        *(*to)++ = 'm';
        at++;
    }
    while (*at && strchr("hlLqjztm", *at))
        *(*to)++ = *at++;
    // On glibc q and L are one length: long double, and long long for integers, which musl takes behind j only.
    if (at[-1] == 'q' || at[-1] == 'L')
        (*to)[-1] = *at && strchr("diouxXn", *at) ? 'j' : 'L';
    if (*at != '[') {
        if (*at)
            *(*to)++ = *at++;
        return at;
    }
    const char *start = at;
    at += at[1] == '^' ? 2 : 1;
    if (*at == ']')
        at++;
    at += strcspn(at, "]");
    if (*at)
        at++;
    memcpy(*to, start, (size_t)(at - start));
    *to += at - start;
    return at;
}

/// The format as musl takes it: itself, or a copy. NULL without memory.
static char *plain_format(const char *format, bool old)
{
    if (!strpbrk(format, old ? "'IqLa" : "'IqL"))
        return (char *)format;
    // No conversion grows.
    char *copy = malloc(strlen(format) + 1), *to = copy;
    if (!copy)
        return NULL;
    while (*format) {
        char c = *format++;
        *to++ = c;
        if (c == '%')
            format = conversion(format, &to, old);
    }
    *to = 0;
    return copy;
}

// Few formats and texts need more than the quick way.
static inline int quickly(const char *text, const char *format, va_list arguments) { return glibc_compat_scan_plainly(text, format, arguments); }
static inline int never(FILE *file, const char *format, va_list arguments)
{
    (void)file, (void)format, (void)arguments;
    return -1;
}

#define READ(name, first, plain, old, quick) \
    int name(first from, const char *format, va_list arguments) \
    { \
        int assigned = quick(from, format, arguments); \
        if (assigned >= 0) \
            return assigned; \
        char *copy = plain_format(format, old); \
        if (!copy) \
            return EOF; \
        int result = NEXT(plain)(from, copy, arguments); \
        if (copy != format) \
            free(copy); \
        return result; \
    }
READ(vsscanf, const char *, vsscanf, true, quickly)
READ(vfscanf, FILE *, vfscanf, true, never)
READ(__isoc99_vsscanf, const char *, vsscanf, false, quickly)
READ(__isoc99_vfscanf, FILE *, vfscanf, false, never)

#define SCAN(name, body, first) \
    int name(first from, const char *format, ...) \
    { \
        va_list arguments; \
        va_start(arguments, format); \
        int result = body(from, format, arguments); \
        va_end(arguments); \
        return result; \
    }
SCAN(sscanf, vsscanf, const char *)
SCAN(fscanf, vfscanf, FILE *)
SCAN(__isoc99_sscanf, __isoc99_vsscanf, const char *)
SCAN(__isoc99_fscanf, __isoc99_vfscanf, FILE *)
