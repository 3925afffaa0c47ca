// fwscanf's input: a stream of wide characters, one at a time.
#include "wide-space.h"
#include "scanf.h"
#include "../streams/stream.h"
#include <errno.h>
#include <stdio_ext.h>
#include "end.h"
#include "hold.h"

struct reader {
    FILE *file;
    size_t taken;
    wint_t one;                             // the next character, if it was looked at
    bool held, ended;
    struct end end;
};

static __attribute__((noinline)) int refill(struct reader *reader)
{
    if (reader->ended)
        return SCAN_END;
    // ASCII is the same in every encoding there is.
    struct stream *stream = (struct stream *)reader->file;
    if (glibc_compat_streams_known && stream->read_at != stream->read_end && *stream->read_at < 0x80) {
        reader->one = *stream->read_at++;
        reader->held = true;
        return (int)reader->one;
    }
    int saved = errno;
    errno = 0;
    reader->one = fgetwc_unlocked(reader->file);
    reader->held = reader->one != WEOF;
    reader->ended = !reader->held;
    if (reader->ended)
        reader->end.read_error = errno;
    errno = saved;
    return (int)reader->one;
}

#define DIRECT_REAL 0
static inline int look(struct reader *reader) { return reader->held ? (int)reader->one : refill(reader); }
static inline int peek(struct reader *reader)
{
    int c = look(reader);
    return c == SCAN_END ? at_end(&reader->end) : c;
}
static inline void take(struct reader *reader)
{
    reader->held = false;
    reader->taken++;
}
static inline size_t taken(const struct reader *reader) { return reader->taken; }

#include "core.h"

int glibc_compat_vfwscanf(FILE *file, const wchar_t *format, va_list arguments, enum scan_dialect dialect)
{
    bool locked;
    if (!hold(file, 1, &locked))
        return EOF;
    struct scan scan;
    scan.reader = (struct reader){ .file = file };
    int done = scan_format(&scan, format, arguments, dialect);
    if (scan.reader.held)
        ungetwc(scan.reader.one, file);
    let_go(file, locked);
    return done;
}
