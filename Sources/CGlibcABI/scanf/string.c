// sscanf's input: a text.
#include "narrow-space.h"
#include "scanf.h"
#include <errno.h>
#include <stdlib.h>
#include "end.h"

struct reader {
    const unsigned char *at, *start;
    struct end end;
};

static inline int look(struct reader *reader) { return *reader->at ? *reader->at : SCAN_END; }
static inline int peek(struct reader *reader) { return *reader->at ? *reader->at : at_end(&reader->end); }
static inline void take(struct reader *reader) { reader->at++; }
static inline size_t taken(const struct reader *reader) { return (size_t)(reader->at - reader->start); }

// strtod reads most numbers where they stand: those that begin with a decimal digit.
#define DIRECT_REAL 1

static inline bool starts_directly(const struct reader *reader)
{
    const unsigned char *digit = reader->at + (*reader->at == '-' || *reader->at == '+');
    return (unsigned)*digit - '0' < 10 && (*digit != '0' || (digit[1] | 0x20) != 'x');
}

static inline void read_real_directly(struct reader *reader, unsigned flags, union scan_real *value)
{
    int error = errno;
    const char *first = (const char *)reader->at, *end = glibc_compat_scan_real(first, flags, value);
    // Unlike strtod, glibc's scanf takes the letter of an exponent that does not come, and its sign.
    if (__builtin_expect((*end | 0x20) == 'e', 0)) {
        const char *each = first;
        while (each < end && (*each | 0x20) != 'e')
            each++;
        if (each == end) {
            end++;
            end += *end == '-' || *end == '+';
        }
    }
    reader->at = (const unsigned char *)end;
    // The end was met before the number had its value.
    if (!*end && !reader->end.seen) {
        reader->end.seen = true;
        reader->end.error = error;
    }
}

#include "core.h"

int glibc_compat_vsscanf(const char *text, const char *format, va_list arguments, enum scan_dialect dialect)
{
    struct scan scan;
    scan.reader = (struct reader){ .at = (const unsigned char *)text, .start = (const unsigned char *)text };
    return scan_format(&scan, format, arguments, dialect);
}
