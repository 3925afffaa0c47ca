// The interpreter of formats of CHAR. Included by the four files that say how a character is read: they define CHAR, IS_WIDE, IS_SPACE,
// struct reader with its struct end, and for it peek (the next character, or SCAN_END), look (the same, but errno at the end is left
// alone), take (moves past it), taken (how many were) and DIRECT_REAL (whether a number can be given to strtod as it stands: read_real_directly).
//
// At most one character is looked at that is not taken.
#include "scanf.h"
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

struct scan {
    struct reader reader;
    struct scan_arguments arguments;
    struct scan_blocks blocks;
    enum scan_dialect dialect;
    int done;
};

#include "parse.h"
#include "integer.h"
#include "real.h"
#include "set.h"
#include "text.h"

// False where a signal ended the input.
static inline bool skip_space(struct scan *scan)
{
    int c = look(&scan->reader);
    while (IS_SPACE(c)) {
        take(&scan->reader);
        c = look(&scan->reader);
    }
    return __builtin_expect(c != SCAN_END, 1) || at_end_of_space(&scan->reader.end);
}

// Something of the format that stands for itself.
static inline enum scan_outcome match(struct scan *scan, int wanted, bool *skips)
{
    int c = peek(&scan->reader);
    for (; *skips && IS_SPACE(c); c = peek(&scan->reader))
        take(&scan->reader);
    *skips = false;
    if (c == SCAN_END)
        return SCAN_INPUT_ENDED;
    if (c != wanted)
        return SCAN_NO_MATCH;
    take(&scan->reader);
    return SCAN_GOES_ON;
}

#if !IS_WIDE
// A multibyte character of the format, whose bytes are compared; white space before it does not count. NULL where it is none.
static const char *match_multibyte(struct scan *scan, const char *format, enum scan_outcome *outcome)
{
    mbstate_t state = { 0 };
    size_t length = mbrlen(format, strlen(format), &state);
    if (length == 0 || length > MB_LEN_MAX)
        return NULL;
    for (; length && *outcome == SCAN_GOES_ON; length--)
        *outcome = match(scan, (unsigned char)*format++, &(bool){ false });
    return format;
}
#endif

static enum scan_outcome store_count(struct scan *scan, const struct scan_spec *spec)
{
    void *to = spec->flags & SCAN_DROPPED ? NULL : glibc_compat_scan_argument(&scan->arguments, spec->position);
    if (to)
        scan_store_integer(to, spec->flags, taken(&scan->reader));
    return SCAN_GOES_ON;
}

static inline enum scan_outcome convert(struct scan *scan, struct scan_spec *spec, const CHAR **format)
{
    switch (spec->conversion) {
    case '%':
        return match(scan, '%', &(bool){ false });
    case 'n':
        return store_count(scan, spec);
    case 'd':
        return read_integer(scan, spec, 10, true);
    case 'i':
        return read_integer(scan, spec, 0, true);
    case 'u':
        return read_integer(scan, spec, 10, false);
    case 'x': case 'X':
        return read_integer(scan, spec, 16, false);
    case 'o':
        return read_integer(scan, spec, 8, false);
    case 'b':
        return scan->dialect == SCAN_C23 ? read_integer(scan, spec, 2, false) : SCAN_NO_MATCH;
    case 'p':
        spec->flags = (spec->flags & ~(unsigned)(SCAN_SHORT | SCAN_LONG_DOUBLE)) | SCAN_LONG | SCAN_POINTER;
        return read_integer(scan, spec, 16, false);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': case 'a': case 'A':
#if DIRECT_REAL
        if (spec->width < 0 && starts_directly(&scan->reader)) {
            union scan_real value;
            read_real_directly(&scan->reader, spec->flags, &value);
            assign_real(scan, spec, &value);
            return SCAN_GOES_ON;
        }
#endif
        return read_real(scan, spec);
    case 'S':
        spec->flags |= SCAN_LONG;
        // fallthrough
    case 's':
        return read_text(scan, spec, WORD, format);
    case 'C':
        spec->flags |= SCAN_LONG;
        // fallthrough
    case 'c':
        return read_text(scan, spec, CHARACTERS, format);
    case '[':
        return read_text(scan, spec, SET, format);
    default:
        return SCAN_NO_MATCH;
    }
}

static inline enum scan_outcome scan_all(struct scan *scan, const CHAR *format)
{
    bool skips = false;
    enum scan_outcome outcome = SCAN_GOES_ON;
    while (*format && outcome == SCAN_GOES_ON) {
#if !IS_WIDE
        if ((unsigned char)*format > 0x7f) {
            const char *behind = match_multibyte(scan, format, &outcome);
            if (behind) {
                format = behind;
                continue;
            }
        }
#endif
        CHAR c = *format++;
        if (c != '%') {
            if (IS_SPACE(TO_INPUT(c)))
                skips = true;
            else
                outcome = match(scan, TO_INPUT(c), &skips);
            continue;
        }
        struct scan_spec spec;
        format = parse_spec(format, &spec, scan->dialect);
        if (!spec.conversion)
            return SCAN_NO_MATCH;
        if (skips || (spec.conversion != '[' && (spec.conversion | 0x20) != 'c' && spec.conversion != 'n'))
            if (!skip_space(scan))
                return SCAN_INPUT_ENDED;
        skips = false;
        outcome = convert(scan, &spec, &format);
    }
    if (skips && outcome == SCAN_GOES_ON)
        while (IS_SPACE(peek(&scan->reader)))
            take(&scan->reader);
    return outcome;
}

// Reads by a format. How many conversions were assigned, or EOF.
static inline int scan_format(struct scan *scan, const CHAR *format, va_list arguments, enum scan_dialect dialect)
{
    va_copy(scan->arguments.next, arguments);
    va_copy(scan->arguments.all, arguments);
    scan->blocks.open = NULL;
    scan->blocks.pointers = NULL;
    scan->blocks.count = scan->blocks.room = 0;
    scan->dialect = dialect;
    scan->done = 0;
    enum scan_outcome outcome = scan_all(scan, format);
    if (outcome == SCAN_FAILED || (outcome == SCAN_INPUT_ENDED && scan->done == 0))
        scan->done = EOF;
    if (scan->blocks.count || scan->blocks.open)
        glibc_compat_scan_release(&scan->blocks, scan->done == EOF);
    va_end(scan->arguments.next);
    va_end(scan->arguments.all);
    return scan->done;
}
