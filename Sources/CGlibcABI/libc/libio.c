// <libio.h>: what its functions do with a stream that any stdio has too. Programs could name them until glibc 2.28; those that reach into the
// members of glibc's FILE are not here. Source: libio's interface as glibc 2.27 declared it.
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>
#include "alias.h"

/// Writes `count` times the character; how many were written.
ssize_t _IO_padn(FILE *stream, int character, ssize_t count)
{
    ssize_t written = 0;
    flockfile(stream);
    while (written < count && putc_unlocked(character, stream) != EOF)
        written++;
    funlockfile(stream);
    return written;
}

/// Reads `size` bytes if there are as many; how many were read.
size_t _IO_sgetn(FILE *stream, void *to, size_t size) { return fread(to, 1, size, stream); }
ALIAS(_IO_sgetn, _IO_file_xsgetn);

/// Reads up to `size` characters or to the delimiter, which stays in the stream (`keep` negative), is dropped (0) or given too (positive).
/// How many were given; `*end` gets EOF where the stream ended first.
size_t _IO_getline_info(FILE *stream, char *to, size_t size, int delimiter, int keep, int *end)
{
    size_t given = 0;
    if (end)
        *end = 0;
    flockfile(stream);
    while (given < size) {
        int c = getc_unlocked(stream);
        if (c == EOF) {
            if (end)
                *end = EOF;
            break;
        }
        if (c == delimiter) {
            if (keep > 0)
                to[given++] = (char)c;
            else if (keep < 0)
                ungetc(c, stream);
            break;
        }
        to[given++] = (char)c;
    }
    funlockfile(stream);
    return given;
}

size_t _IO_getline(FILE *stream, char *to, size_t size, int delimiter, int keep)
{
    return _IO_getline_info(stream, to, size, delimiter, keep, NULL);
}

/// Writes what every stream holds. All of them, where libio's second function writes the line-buffered ones.
int _IO_flush_all(void) { return fflush(NULL); }
void _IO_flush_all_linebuffered(void) { fflush(NULL); }

/// Moves, and says where the stream then is; with `mode` 0 it only says. -1 for an error.
off_t _IO_seekoff(FILE *stream, off_t offset, int from, int mode)
{
    if (mode == 0 && from == SEEK_CUR && offset == 0)
        return ftello(stream);
    if (from != SEEK_SET && from != SEEK_CUR && from != SEEK_END) {
        errno = EINVAL;
        return -1;
    }
    return fseeko(stream, offset, from) == 0 ? ftello(stream) : -1;
}
ALIAS(_IO_seekoff, _IO_file_seekoff);

off_t _IO_seekpos(FILE *stream, off_t position, int mode) { return _IO_seekoff(stream, position, SEEK_SET, mode); }

/// Puts a character back.
int _IO_sputbackc(FILE *stream, int character) { return ungetc((unsigned char)character, stream); }
wint_t _IO_sputbackwc(FILE *stream, wint_t character) { return ungetwc(character, stream); }

/// The next character without taking it.
int _IO_peekc_locked(FILE *stream)
{
    flockfile(stream);
    int c = getc_unlocked(stream);
    if (c != EOF)
        ungetc(c, stream);
    funlockfile(stream);
    return c;
}
ALIAS(_IO_peekc_locked, _IO_file_underflow);

/// Writes the character, or with EOF what the buffer holds.
int _IO_file_overflow(FILE *stream, int character) { return character == EOF ? fflush(stream) : putc(character, stream); }
size_t _IO_file_xsputn(FILE *stream, const void *data, size_t size) { return fwrite(data, 1, size, stream); }
int _IO_file_sync(FILE *stream) { return fflush(stream); }
FILE *_IO_file_setbuf(FILE *stream, char *buffer, ssize_t size)
{
    return setvbuf(stream, buffer, buffer && size ? _IOFBF : _IONBF, (size_t)size) == 0 ? stream : NULL;
}

// The file behind the stream, past its buffer.
ssize_t _IO_file_read(FILE *stream, void *to, ssize_t size) { return read(fileno(stream), to, (size_t)size); }
off_t _IO_file_seek(FILE *stream, off_t offset, int from) { return lseek(fileno(stream), offset, from); }
int _IO_file_stat(FILE *stream, struct stat *status) { return fstat(fileno(stream), status); }
int _IO_file_close(FILE *stream) { return close(fileno(stream)); }

/// All of it, if no error comes between.
ssize_t _IO_file_write(FILE *stream, const void *data, ssize_t size)
{
    ssize_t done = 0;
    while (done < size) {
        ssize_t written = write(fileno(stream), (const char *)data + done, (size_t)(size - done));
        if (written < 0)
            break;
        done += written;
    }
    return done;
}
