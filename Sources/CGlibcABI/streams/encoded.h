// Streams of wide characters in an encoding of their own, which fopen's `,ccs=` asks for.
//
// Such a stream never has bytes in musl's buffer: byte functions find nothing there and no room. The file's bytes and the
// wide characters lie in a record of its own, and musl's hooks (write, seek, close) lead to it, so that fflush, fseek, ftell,
// fclose and the end of the process need not know of it.
// Source: fopen(3), its notes for glibc.
#pragma once
#include "stream.h"
#include <iconv.h>
#include <stdbool.h>
#include <wchar.h>

/// A mark of ours in a stream's flags.
enum { ENCODED = 1 << 25 };

/// Characters that ungetwc may put before the first one.
enum { BEFORE_CHARACTERS = 8 };

struct encoded {
    // `reading` has come to the end of what is converted; `base` stands at bytes[0], `probe` is for looking.
    iconv_t reading, base, probe, writing;
    unsigned char bytes[BUFFER];
    size_t converted, filled;               // of the bytes: those behind the characters below, and all that were read
    wchar_t characters[BEFORE_CHARACTERS + BUFFER];
    size_t at, end;                         // of the characters, where the stream reads
    bool unbuffered;
    size_t room;                            // characters that may wait to be written
    size_t (*read)(FILE *, unsigned char *, size_t), (*write)(FILE *, const unsigned char *, size_t);
    long (*seek)(FILE *, long, int);
    int (*close)(FILE *);
};

static inline bool is_encoded(const struct stream *stream) { return __builtin_expect(stream->flags & ENCODED, 0); }
static inline struct encoded *encoded_part(const struct stream *stream) { return stream->cookie; }

/// Gives a stream that fopen has just opened the encoding of this name. 0, or -1: there is no such encoding, or no memory.
int glibc_compat_encode_stream(struct stream *stream, const char *name);
/// Makes it an ordinary one again, and empty.
void glibc_compat_decode_stream(struct stream *stream);

/// The next character, or WEOF.
wint_t glibc_compat_encoded_get(struct stream *stream);
wint_t glibc_compat_encoded_unget(wint_t c, struct stream *stream);
wint_t glibc_compat_encoded_put(wchar_t c, struct stream *stream);
/// Writes a text: 1, or -1.
int glibc_compat_encoded_put_text(const wchar_t *text, struct stream *stream);
/// setvbuf: the program's buffer is not used.
int glibc_compat_encoded_set_buffer(struct stream *stream, int mode, size_t size);

/// Of a stream that reads: the place in the file where the next character begins, or -1.
long glibc_compat_encoded_position(struct stream *stream);
/// Leaves reading: the file stands where the next character begins. 0, or -1.
int glibc_compat_encoded_stop_reading(struct stream *stream);
/// Writes what waits. 0, or -1.
int glibc_compat_encoded_flush(struct stream *stream);

// In Swift, beside iconv.
/// A conversion that writes no mark of the byte order and no header; NULL for an unknown name.
iconv_t glibc_compat_stream_conversion(const char *to, const char *from);
/// Makes a conversion what another between the same encodings is.
void glibc_compat_copy_conversion(iconv_t to, iconv_t from);
/// Gives a conversion the state of another, but what a mark said of the byte order.
void glibc_compat_copy_state(iconv_t to, iconv_t from);
/// Back to the state at the beginning of a text; the byte order stays.
void glibc_compat_rewind_conversion(iconv_t conversion);
