// libio's own functions, as a program of before glibc 2.28 may call them, on streams that stdio opened
// flags: -fno-builtin
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>
ssize_t _IO_padn(FILE *, int, ssize_t), _IO_file_read(FILE *, void *, ssize_t), _IO_file_write(FILE *, const void *, ssize_t);
size_t _IO_sgetn(FILE *, void *, size_t), _IO_getline(FILE *, char *, size_t, int, int), _IO_getline_info(FILE *, char *, size_t, int, int, int *);
size_t _IO_file_xsputn(FILE *, const void *, size_t);
int _IO_flush_all(void), _IO_sputbackc(FILE *, int), _IO_peekc_locked(FILE *), _IO_file_sync(FILE *), _IO_file_stat(FILE *, struct stat *), _IO_file_close(FILE *);
int _IO_file_overflow(FILE *, int), _IO_file_underflow(FILE *);
void _IO_flush_all_linebuffered(void);
off_t _IO_seekoff(FILE *, off_t, int, int), _IO_seekpos(FILE *, off_t, int), _IO_file_seek(FILE *, off_t, int), _IO_file_seekoff(FILE *, off_t, int, int);
wint_t _IO_sputbackwc(FILE *, wint_t);
FILE *_IO_file_setbuf(FILE *, char *, ssize_t);

static long size_of(const char *path)
{
    struct stat status;
    return stat(path, &status) ? -1 : (long)status.st_size;
}

int main(void)
{
    char path[] = "/tmp/libio-XXXXXX", line[40] = "";
    close(mkstemp(path));
    FILE *stream = fopen(path, "w+");
    ssize_t padded = _IO_padn(stream, '*', 5);
    ssize_t none = _IO_padn(stream, ' ', 0), negative = _IO_padn(stream, ' ', -3);
    printf("%zd %zd %zd %ld\n", padded, none, negative, size_of(path));
    int all = _IO_flush_all();
    printf("%d %ld\n", all, size_of(path));
    size_t put = _IO_file_xsputn(stream, "one\ntwo\nthree", 13);
    int over = _IO_file_overflow(stream, '!');
    int synced = _IO_file_sync(stream);
    printf("%zu %d %d %ld\n", put, over, synced, size_of(path));
    fputs("x", stream), _IO_file_overflow(stream, EOF);
    printf("%ld\n", size_of(path));
    off_t at = _IO_seekpos(stream, 5, 3), told = _IO_seekoff(stream, 0, SEEK_CUR, 0);
    printf("%ld %ld\n", (long)at, (long)told);
    size_t got = _IO_getline(stream, line, 3, '\n', 1);
    printf("%zu %.*s\n", got, (int)got, line);
    got = _IO_getline(stream, line, 30, '\n', 1);
    printf("%zu %d\n", got, line[0]);
    got = _IO_getline(stream, line, 30, '\n', -1);
    int next = _IO_peekc_locked(stream), again = getc(stream);
    printf("%zu %.*s %d %d\n", got, (int)got, line, next, again);
    int ended = 7;
    got = _IO_getline_info(stream, line, 30, '\n', 0, &ended);
    printf("%zu %.*s %d\n", got, (int)got, line, ended);
    int back = _IO_sputbackc(stream, 'Q'), taken = getc(stream);
    printf("%d %d %d\n", back, taken, _IO_peekc_locked(stream));
    off_t end = _IO_seekoff(stream, -3, SEEK_END, 3);
    got = _IO_sgetn(stream, line, 30);
    printf("%ld %zu %.*s\n", (long)end, got, (int)got, line);
    end = _IO_file_seekoff(stream, 2, SEEK_SET, 3);
    next = _IO_file_underflow(stream);
    printf("%ld %d\n", (long)end, next);
    errno = 0;
    end = _IO_seekoff(stream, 0, 9, 3);
    printf("%ld %d\n", (long)end, errno);
    fclose(stream);

    // Past the buffer.
    stream = fopen(path, "r+");
    off_t place = _IO_file_seek(stream, 5, SEEK_SET);
    ssize_t wrote = _IO_file_write(stream, "ONE", 3);
    _IO_file_seek(stream, 4, SEEK_SET);
    ssize_t taken_bytes = _IO_file_read(stream, line, 5);
    struct stat status;
    int known = _IO_file_stat(stream, &status);
    printf("%ld %zd %zd %.5s %d %ld\n", (long)place, wrote, taken_bytes, line, known, (long)status.st_size);
    int file = fileno(stream);
    int closed = _IO_file_close(stream);
    printf("%d %d\n", closed, write(file, "", 1) < 0 && errno == EBADF);

    stream = fopen(path, "w");
    printf("%d\n", _IO_file_setbuf(stream, NULL, 0) == stream);
    fputs("now", stream);
    printf("%ld\n", size_of(path));
    fclose(stream);
    stream = fopen(path, "w");
    setvbuf(stream, NULL, _IOLBF, 100);
    fputs("part", stream);
    _IO_flush_all_linebuffered();
    printf("%ld\n", size_of(path));
    fclose(stream);
    stream = fopen(path, "r");
    wint_t wide = fgetwc(stream);
    wint_t returned = _IO_sputbackwc(stream, L'Z');
    printf("%lc %lc %lc\n", wide, returned, fgetwc(stream));
    fclose(stream);
    unlink(path);
}
