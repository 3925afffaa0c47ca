// fscanf's input: a stream, through its buffer as far as that reaches.
//
// Where musl's FILE does not look as expected, through a piece of one byte.
#include "narrow-space.h"
#include "scanf.h"
#include "../streams/stream.h"
#include <errno.h>
#include <stdio_ext.h>
#include "end.h"
#include "hold.h"

struct reader {
    const unsigned char *at, *stop, *start; // the present piece
    size_t before;                          // bytes of earlier pieces
    FILE *file;
    bool buffered;                          // the piece lies in the stream's buffer
    bool ended;
    unsigned char one;
    struct end end;
};

static inline struct stream *buffer_of(const struct reader *reader) { return (struct stream *)reader->file; }

static inline void use_piece(struct reader *reader, const unsigned char *from, const unsigned char *to)
{
    reader->start = reader->at = from;
    reader->stop = to;
}

// The piece is used up: the next one, and its first byte.
static __attribute__((noinline)) int refill(struct reader *reader)
{
    if (reader->ended)
        return SCAN_END;
    reader->before += (size_t)(reader->at - reader->start);
    if (reader->buffered)
        buffer_of(reader)->read_at = (unsigned char *)reader->at;
    int saved = errno;
    errno = 0;
    int c = getc_unlocked(reader->file);
    if (c == EOF) {
        reader->ended = true;
        reader->end.read_error = errno;
        reader->buffered = false;
        use_piece(reader, NULL, NULL);
    } else if (reader->buffered) {
        ungetc(c, reader->file);
        use_piece(reader, buffer_of(reader)->read_at, buffer_of(reader)->read_end);
    } else {
        reader->one = (unsigned char)c;
        use_piece(reader, &reader->one, &reader->one + 1);
    }
    errno = saved;
    return c;
}

#define DIRECT_REAL 0
static inline int look(struct reader *reader) { return __builtin_expect(reader->at != reader->stop, 1) ? *reader->at : refill(reader); }
static inline int peek(struct reader *reader)
{
    int c = look(reader);
    return __builtin_expect(c == SCAN_END, 0) ? at_end(&reader->end) : c;
}
static inline void take(struct reader *reader) { reader->at++; }
static inline size_t taken(const struct reader *reader) { return reader->before + (size_t)(reader->at - reader->start); }

#include "core.h"

static int scan_stream(FILE *file, const char *format, va_list arguments, enum scan_dialect dialect)
{
    struct scan scan;
    scan.reader = (struct reader){ .file = file, .buffered = glibc_compat_streams_known };
    if (scan.reader.buffered)
        use_piece(&scan.reader, buffer_of(&scan.reader)->read_at, buffer_of(&scan.reader)->read_end);
    int done = scan_format(&scan, format, arguments, dialect);
    if (scan.reader.buffered)
        buffer_of(&scan.reader)->read_at = (unsigned char *)scan.reader.at;
    else if (scan.reader.at != scan.reader.stop)
        ungetc(*scan.reader.at, file);
    return done;
}

static int scan_locked(struct scan_call *call) { return scan_stream(call->file, call->format, call->arguments, call->dialect); }

int glibc_compat_vfscanf(FILE *file, const char *format, va_list arguments, enum scan_dialect dialect)
{
    if (!may_read(file, -1))
        return EOF;
    if (quick(file))
        return scan_stream(file, format, arguments, dialect);
    struct scan_call call = { .file = file, .format = format, .dialect = dialect };
    va_copy(call.arguments, arguments);
    int done = (int)call_locked(file, (void *)scan_locked, (long)&call, 0, 0);
    va_end(call.arguments);
    return done;
}
