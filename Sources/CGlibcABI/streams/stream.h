// musl's FILE, as far as the quick ways through <stdio.h> look into it.
//
// The calls that programs make most are short: finding their bytes in the buffer takes less time than calling musl. Everything that is
// not in the buffer, and every stream that several threads may use, is left to musl. Whether the layout is the one below is seen once, at
// the start (buffers.c); with another one nothing here is used.
#pragma once
#include <errno.h>
#include <stddef.h>
#include <stdio.h>

struct stream {
    unsigned flags;
    unsigned char *read_at, *read_end;
    int (*close)(FILE *);
    unsigned char *write_end, *write_at;
    unsigned char *window_end;             // 0, or write_end (window.c)
    unsigned char *write_start;
    size_t (*read)(FILE *, unsigned char *, size_t), (*write)(FILE *, const unsigned char *, size_t);
    long (*seek)(FILE *, long, int);
    unsigned char *buffer;
    size_t buffer_size;
    FILE *previous, *next;
    int fd, child;
    long lock_count;
    int orientation;
    volatile int lock;                     // below 0: no thread but this one
    int line_end;                          // the byte at which it is written out, or -1
    void *cookie;
    long offset;
    char *line_of_fgetln;                  // freed with the stream
};
_Static_assert(offsetof(struct stream, write_at) == 40 && offsetof(struct stream, buffer) == 88 && offsetof(struct stream, lock) == 140 &&
               offsetof(struct stream, line_of_fgetln) == 168, "musl's layout on 64-bit machines");

/// Bytes that a stream holds before its buffer, for ungetc.
enum { BEFORE_BUFFER = 8, BUFFER = 4096 };

/// Whether a stream looks as above.
extern int glibc_compat_streams_known;

/// Before the program's first code runs: looks at the standard streams, and gives them buffers.
void glibc_compat_start_streams(void);

/// Lets programs write into the rest of the buffer by themselves, where that can be (window.c).
void glibc_compat_open_window(struct stream *stream);

/// Before the process ends: no stream's lock is waited for any more (exit.c).
void glibc_compat_unlock_streams(void);
void glibc_compat_note_standard_streams(void);
/// The standard streams that the program began with; NULL where streams are not known. What it puts into `stdout` later may have been closed.
FILE *glibc_compat_standard_stream(int fd);

/// What stands in streams with a file in place of musl's functions (transfer.c).
size_t glibc_compat_read_stream(FILE *file, unsigned char *to, size_t wanted);
size_t glibc_compat_write_stream(FILE *file, const unsigned char *bytes, size_t count);
/// Puts them there.
void glibc_compat_use_transfers(struct stream *stream);
/// Once it is known how streams look.
void glibc_compat_start_transfers(void);
/// What a guarded call in place of those does on the way out: unlocks what musl has locked around it.
void glibc_compat_unlock_for_musl(void *stream);
/// read(2) or write(2) of the stream's file in such a call.
ssize_t glibc_compat_transfer(struct stream *stream, const void *bytes, size_t count, void *function);

/// fopen as a cancellation point, or as none, nor the stream (open.c).
FILE *glibc_compat_open_stream(const char *path, const char *mode, int is_point);

/// A stream that musl has just opened, or NULL, with a buffer of its own as large as glibc's.
FILE *glibc_compat_with_buffer(FILE *file);

/// Gives an empty stream memory of its own back, where a buffer of the program's may stand. 0, or -1 without memory.
int glibc_compat_own_buffer(struct stream *stream);

/// musl's mark for a stream whose way of buffering is settled.
enum { BUFFERING_SET = 64 };

/// musl asks whether standard output is a terminal when it first writes it out, which the first line makes it do; glibc asks before. A child that is
/// started in between must not see the difference.
void glibc_compat_settle_output(struct stream *stream);
static inline void settle(struct stream *stream)
{
    if (__builtin_expect(stream->line_end >= 0 && !(stream->flags & BUFFERING_SET) && stream->fd == 1 && !stream->write_end, 0))
        glibc_compat_settle_output(stream);
}

/// A mark of ours: the program sees to it that one thread uses the stream (__fsetlocking).
enum { UNLOCKED = 1 << 24 };
/// Another: it was opened with the mode's letter `c`, and is no cancellation point.
enum { NOT_CANCELLED = 1 << 26 };

/// The stream, where its buffer may be used without a lock; otherwise NULL.
static inline struct stream *quick(FILE *file)
{
    struct stream *stream = (struct stream *)file;
    if (__builtin_expect(glibc_compat_streams_known && stream->lock < 0, 1))
        return stream;
    if (__builtin_expect(!glibc_compat_streams_known || !(stream->flags & UNLOCKED) || stream->lock, 1))
        return NULL;
    // The first thread made musl give it a lock.
    stream->lock = -1;
    return stream;
}

/// musl's mark for the standard streams, which fclose does not free.
enum { PERMANENT = 1 };

/// musl's marks for streams that are not read, that are not written, that are at their end, and that have failed.
enum { NOT_READ = 4, NOT_WRITTEN = 8, AT_END = 16, FAILED = 32 };

/// After a failure: glibc says EBADF of a stream that goes the other way.
static inline void refused(FILE *file, unsigned mark)
{
    if (glibc_compat_streams_known && ((struct stream *)file)->flags & mark)
        errno = EBADF;
}

/// Which of bytes and wide characters it carries is decided by the first use: bytes.
static inline void carries_bytes(struct stream *stream) { stream->orientation |= stream->orientation - 1; }
