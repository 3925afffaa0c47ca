// The values of numbers, once their characters are read.
#include "scanf.h"
#include <errno.h>
#include <stdlib.h>
#include <string.h>

const char *glibc_compat_scan_real(const char *text, unsigned flags, union scan_real *value)
{
    char *end;
    if (flags & SCAN_LONG_DOUBLE)
        value->extended = strtold(text, &end);
    else if (flags & SCAN_LONG)
        value->usual = strtod(text, &end);
    else
        value->single = strtof(text, &end);
    return end;
}

uint64_t glibc_compat_scan_limit(bool is_signed, bool negative)
{
    errno = ERANGE;
    return !is_signed ? UINT64_MAX : negative ? (uint64_t)INT64_MIN : INT64_MAX;
}

bool glibc_compat_scan_more_digits(struct scan_digits *digits)
{
    size_t used = (size_t)(digits->at - digits->start), room = used * 2;
    char *grown = realloc(digits->start == digits->few ? NULL : digits->start, room);
    if (!grown)
        return false;
    if (digits->start == digits->few)
        memcpy(grown, digits->few, used);
    digits->start = grown;
    digits->at = grown + used;
    digits->end = grown + room;
    return true;
}
