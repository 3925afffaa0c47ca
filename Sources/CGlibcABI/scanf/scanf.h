// What the files of the scanf family share. glibc's scanf differs from musl's in where a number ends, (nil), sets, the flags, %a of old
// programs, what is left of allocated texts after a failure, and errno; so the whole family is ours.
//
// Each of the four kinds of input (a text, a stream, both narrow and wide) has a file that says how a character is read and includes core.h.
// Source of the meaning: scanf(3), C17 7.21.6.2; and what glibc 2.36 does where they leave it open.
#pragma once
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/// Which of glibc's three families of names was called.
enum scan_dialect {
    SCAN_GNU,                              // sscanf: %as, %aS and %a[ allocate
    SCAN_C99,                              // __isoc99_sscanf: %a is a number
    SCAN_C23,                              // __isoc23_sscanf: also 0b with %i, %b, %w16d
};

/// How a conversion ended.
enum scan_outcome { SCAN_GOES_ON, SCAN_INPUT_ENDED, SCAN_NO_MATCH, SCAN_FAILED };

/// Reads by a format, as the functions of those names. The entry points are in entry.c.
int glibc_compat_vsscanf(const char *text, const char *format, va_list arguments, enum scan_dialect dialect);
int glibc_compat_vfscanf(FILE *file, const char *format, va_list arguments, enum scan_dialect dialect);
int glibc_compat_vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments, enum scan_dialect dialect);
int glibc_compat_vfwscanf(FILE *file, const wchar_t *format, va_list arguments, enum scan_dialect dialect);

/// The end of the input, or of what may be read.
enum { SCAN_END = -1 };

/// What stands between '%' and the conversion.
enum scan_flags {
    SCAN_LONG = 1, SCAN_LONG_DOUBLE = 2, SCAN_SHORT = 4, SCAN_CHAR = 8,
    SCAN_DROPPED = 16,                     // %*d: nothing is assigned
    SCAN_ALLOCATES = 32,                   // %ms
    SCAN_ALLOCATES_GNU = 64,               // %as
    SCAN_POINTER = 128,
};

struct scan_spec {
    int position;                          // from 1; 0: the next argument
    int width;                             // -1: none
    unsigned flags;
    unsigned conversion;                   // the letter; 0 where the format ended early
};

/// The arguments: those that are still to come, and all of them for conversions with positions.
struct scan_arguments { va_list next, all; };

/// The next argument, or that of a position.
void *glibc_compat_scan_argument(struct scan_arguments *arguments, int position);

// --- texts that conversions store (target.c) ---

/// Where the characters of %s, %c or %[ go: the program's memory, or a block that grows.
struct scan_target {
    char *at, *end;                        // at is NULL where nothing is stored; end is NULL for the program's memory
    void **block;                          // the program's pointer to an allocated text, or NULL
    size_t unit;                           // bytes of a character
    bool old;                              // %as and not %ms
};

/// The program's pointers to texts that %ms and its kin allocated: on EOF the texts are freed.
struct scan_blocks {
    void **open;                           // that of the present conversion, which also %as has
    void ***pointers;
    size_t count, room;
    void **few[8];
};

/// Fetches the argument, and allocates where the conversion does so. SCAN_NO_MATCH for a null pointer.
enum scan_outcome glibc_compat_scan_open(struct scan_target *target, const struct scan_spec *spec, struct scan_arguments *arguments,
                                         struct scan_blocks *blocks, size_t unit, size_t characters);
/// The block is full: a larger one. *done counts a text of an old program that is cut there.
enum scan_outcome glibc_compat_scan_grow(struct scan_target *target, struct scan_blocks *blocks, int *done);
/// Gives back what an allocated text does not need.
void glibc_compat_scan_close(struct scan_target *target, struct scan_blocks *blocks);
/// Frees what reading has left: on EOF all allocated texts, otherwise that of a conversion that failed.
void glibc_compat_scan_release(struct scan_blocks *blocks, bool failed);

// --- numbers (number.c) ---

/// Stores an integer in the size that the flags say.
static inline void scan_store_integer(void *to, unsigned flags, uint64_t value)
{
    if (flags & (SCAN_LONG | SCAN_LONG_DOUBLE))
        *(uint64_t *)to = value;
    else if (flags & SCAN_SHORT)
        *(uint16_t *)to = (uint16_t)value;
    else if (!(flags & SCAN_CHAR))
        *(uint32_t *)to = (uint32_t)value;
    else
        *(uint8_t *)to = (uint8_t)value;
}

union scan_real { float single; double usual; long double extended; };

/// The number at `text` in the size that the flags say; returns where it ends, `text` where there is none.
const char *glibc_compat_scan_real(const char *text, unsigned flags, union scan_real *value);

static inline void scan_store_real(void *to, unsigned flags, const union scan_real *value)
{
    if (flags & SCAN_LONG_DOUBLE)
        *(long double *)to = value->extended;
    else if (flags & SCAN_LONG)
        *(double *)to = value->usual;
    else
        *(float *)to = value->single;
}

/// What strtol and strtoul make of digits beyond their range, errno included, and of a sign.
uint64_t glibc_compat_scan_limit(bool is_signed, bool negative);

/// The characters of a floating-point number, until strtod gets them.
struct scan_digits {
    char *at, *start, *end;
    char few[128];
};
/// Makes more room; false without memory.
bool glibc_compat_scan_more_digits(struct scan_digits *digits);
