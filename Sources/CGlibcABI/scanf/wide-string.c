// swscanf's input: a wide text.
#include "wide-space.h"
#include "scanf.h"
#include <errno.h>
#include "end.h"

struct reader {
    const wchar_t *at, *start;
    struct end end;
};

#define DIRECT_REAL 0
static inline int look(struct reader *reader) { return *reader->at ? *reader->at : SCAN_END; }
static inline int peek(struct reader *reader) { return *reader->at && *reader->at != SCAN_END ? *reader->at : at_end(&reader->end); }
static inline void take(struct reader *reader) { reader->at++; }
static inline size_t taken(const struct reader *reader) { return (size_t)(reader->at - reader->start); }

#include "core.h"

int glibc_compat_vswscanf(const wchar_t *text, const wchar_t *format, va_list arguments, enum scan_dialect dialect)
{
    struct scan scan;
    scan.reader = (struct reader){ .at = text, .start = text };
    return scan_format(&scan, format, arguments, dialect);
}
