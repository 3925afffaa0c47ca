// <stdio.h>, <wchar.h>: the scanf family under all its names. In C because it is variadic.
//
// sscanf and its kin without a prefix are those of before C99, which programs built with -std=gnu89 call: %as, %aS and %a[ allocate, as %ms does.
// Today's names are __isoc99_sscanf and so on, where %a reads a number; those of C23, __isoc23_sscanf, take binary numbers, too.
// Source: scanf(3), "The 'a' assignment-allocation modifier"; C17 7.21.6.2, C23 7.23.6.2.
#include "scanf.h"
#include <stdarg.h>

// A function with a va_list and the one with its arguments in place.
#define SCAN(name, vname, parameters, character, call) \
    int vname(parameters const character *restrict format, va_list arguments) { return call; } \
    int name(parameters const character *restrict format, ...) \
    { \
        va_list arguments; \
        va_start(arguments, format); \
        int done = call; \
        va_end(arguments); \
        return done; \
    }

#define FROM_TEXT const char *restrict text,
#define FROM_WIDE_TEXT const wchar_t *restrict text,
#define FROM_STREAM FILE *restrict file,
#define FROM_INPUT

#define FAMILY(prefix, dialect) \
    SCAN(prefix##sscanf, prefix##vsscanf, FROM_TEXT, char, glibc_compat_vsscanf(text, format, arguments, dialect)) \
    SCAN(prefix##fscanf, prefix##vfscanf, FROM_STREAM, char, glibc_compat_vfscanf(file, format, arguments, dialect)) \
    SCAN(prefix##scanf, prefix##vscanf, FROM_INPUT, char, glibc_compat_vfscanf(stdin, format, arguments, dialect)) \
    SCAN(prefix##swscanf, prefix##vswscanf, FROM_WIDE_TEXT, wchar_t, glibc_compat_vswscanf(text, format, arguments, dialect)) \
    SCAN(prefix##fwscanf, prefix##vfwscanf, FROM_STREAM, wchar_t, glibc_compat_vfwscanf(file, format, arguments, dialect)) \
    SCAN(prefix##wscanf, prefix##vwscanf, FROM_INPUT, wchar_t, glibc_compat_vfwscanf(stdin, format, arguments, dialect))

FAMILY(, SCAN_GNU)
FAMILY(__isoc99_, SCAN_C99)
FAMILY(__isoc23_, SCAN_C23)
