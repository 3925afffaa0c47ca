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

static int scan_stream(FILE *file, const wchar_t *format, va_list arguments, enum scan_dialect dialect)
{
    struct scan scan;
    scan.reader = (struct reader){ .file = file };
    int done = scan_format(&scan, format, arguments, dialect);
    if (scan.reader.held)
        ungetwc(scan.reader.one, file);
    return done;
}

static int scan_locked(struct scan_call *call) { return scan_stream(call->file, call->format, call->arguments, call->dialect); }

int glibc_compat_vfwscanf(FILE *file, const wchar_t *format, va_list arguments, enum scan_dialect dialect)
{
    if (!may_read(file, 1))
        return EOF;
    if (quick(file))
        return scan_stream(file, format, arguments, dialect);
    struct scan_call call = { .file = file, .format = format, .dialect = dialect };
    va_copy(call.arguments, arguments);
    int done = (int)call_locked(file, (void *)scan_locked, (long)&call, 0, 0);
    va_end(call.arguments);
    return done;
}
