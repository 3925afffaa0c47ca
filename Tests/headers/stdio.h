// <stdio.h>, <stdio_ext.h>: streams, their buffers and positions, formatted output and input.
#include <fcntl.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <printf.h>
#include <stdint.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>
static FILE *with(const char *text)
{
    FILE *f = fopen("file", "w");
    fputs(text, f), fclose(f);
    return fopen("file", "r+");
}
static void content(const char *path)
{
    char text[2000];
    int fd = open(path, O_RDONLY);
    ssize_t n = read(fd, text, sizeof text);
    close(fd);
    if (n < 0) say("%s cannot be read", path); else bytes(text, n);
}

fopen, fopen64, fclose:
    const char *modes[] = {"r", "w", "a", "r+", "w+", "a+", "rb", "wb+", "w+b", "wx", "wxe", "we", "", "q", "+r", "rw",
        "r,ccs=UTF-8", "ra", "rm", "rc"};
    for (int i = 0; i < count(modes); i++) {
        unlink("f");
        errno = 0;
        FILE *f = i & 1 ? fopen64("f", modes[i]) : fopen("f", modes[i]);
        say("new, %s: %d %s", modes[i], f != NULL, f ? "" : strerrorname_np(errno));
        if (f) {
            say("flags %x %x", fcntl(fileno(f), F_GETFL) & (O_ACCMODE | O_APPEND), fcntl(fileno(f), F_GETFD));
            show(fclose(f));
        }
        close(creat("f", 0644)), truncate("f", 5);
        errno = 0;
        f = i & 1 ? fopen("f", modes[i]) : fopen64("f", modes[i]);
        say("old, %s: %d %s", modes[i], f != NULL, f ? "" : strerrorname_np(errno));
        if (f) {
            struct stat st;
            fstat(fileno(f), &st);
            say("size %ld at %ld", (long)st.st_size, ftell(f));
            fclose(f);
        }
    }
    fails(fopen("no/such/file", "w"));
    mkdir("d", 0755);
    fails(fopen("d", "w"));
    FILE *f = fopen("d", "r");
    show(f != NULL);
    fails(fgetc(f));
    show(ferror(f) != 0);
    f = fopen("f", "w");
    close(fileno(f));
    fputs("x", f);
    fails(fclose(f));

fdopen, fileno, fileno_unlocked:
    int fd = open("x", O_RDWR | O_CREAT, 0600);
    FILE *f = fdopen(fd, "r+");
    show(fileno(f) == fd);
    show(fileno_unlocked(f) == fd);
    fputs("text", f);
    fclose(f);
    content("x");
    fails(fdopen(-1, "r"));
    fails(fdopen(99, "r"));
    fd = open("x", O_RDONLY);
    fails(fdopen(fd, "w"));
    fails(fdopen(fd, "r+"));
    fails(fdopen(fd, "z"));
    fd = open("x", O_RDWR);
    f = fdopen(fd, "a");
    show((fcntl(fd, F_GETFL) & O_APPEND) != 0);
    char *text;
    size_t size;
    f = open_memstream(&text, &size);
    fails(fileno(f));
    fclose(f);

freopen, freopen64:
    FILE *f = with("first");
    f = freopen("second", "w+", f);
    fputs("now here", f);
    f = freopen64("file", "r", f);
    show(fgetc(f));
    show(freopen(NULL, "r+", f) == f);
    show(fgetc(f));
    content("second");
    fails(freopen("no/such", "r", f));
    printf("before\n");
    freopen("moved", "w", stdout);
    printf("after\n");
    fflush(stdout);
    content("moved");

fgetc, getc, getc_unlocked, fgetc_unlocked, ungetc, feof, ferror, clearerr, feof_unlocked, ferror_unlocked,
+ clearerr_unlocked:
    FILE *f = with("ab\xff\n");
    show(fgetc(f));
    show(ungetc('z', f));
    show(ftell(f));
    show(getc(f));
    show((getc_unlocked)(f));
    show((fgetc_unlocked)(f));
    show(ungetc(EOF, f));
    show(fgetc(f));
    show(feof(f));
    show(fgetc(f));
    show(feof(f) != 0);
    show((feof_unlocked)(f) != 0);
    show(fgetc(f));
    show(ungetc('q', f));
    show(feof(f) != 0);
    show(fgetc(f));
    show(fgetc(f));
    clearerr(f);
    show((feof)(f));
    fclose(f);
    f = fopen("file", "r");
    show(fputc('x', f));
    show(ferror(f) != 0);
    show((ferror_unlocked)(f) != 0);
    clearerr_unlocked(f);
    show((ferror)(f));
    f = fopen("file", "w");
    show(fgetc(f));
    show(ferror(f) != 0);

fgetc / errno in the wrong direction:
    FILE *f = fopen("file", "w");
    char buffer[10], *line = NULL;
    size_t size = 0;
    fails(fgetc(f));
    fails(fgets(buffer, 5, f));
    fails(getline(&line, &size, f));
    fails(fread(buffer, 1, 4, f));
    f = fmemopen("read only", 9, "r");
    fails(fputc('x', f));

getchar, getchar_unlocked, putchar, putchar_unlocked, puts, getw, putw:
    fclose(with("xyz"));
    freopen("file", "r", stdin);
    show((getchar)());
    show((getchar_unlocked)());
    show(getchar());
    show(getchar());
    show((putchar)('a'));
    show((putchar_unlocked)('\n'));
    show(puts("a line") >= 0);
    show(puts("") >= 0);
    FILE *f = fopen("words", "w+");
    show(putw(0x12345678, f));
    show(putw(-1, f));
    rewind(f);
    show(getw(f));
    show(getw(f));
    show(feof(f));
    show(getw(f));
    show(feof(f) != 0);

fputc, putc, fputc_unlocked, putc_unlocked, fputs, fputs_unlocked:
    FILE *f = fopen("out", "w");
    show(fputc('a' + 256, f));
    show((putc)('b', f));
    show((fputc_unlocked)(255, f));
    show((putc_unlocked)('\0', f));
    show(fputs("text", f) >= 0);
    show(fputs_unlocked("", f) >= 0);
    fclose(f);
    content("out");
    f = fopen("/dev/full", "w");
    show(fputs("x", f) >= 0);
    fails(fflush(f));
    show(ferror(f) != 0);
    setvbuf(f = fopen("/dev/full", "w"), NULL, _IONBF, 0);
    fails(fputs("abc", f));
    fails(fputc('c', f));

fgets, fgets_unlocked:
    FILE *f = with("one\ntwo longer than that\n\nlast");
    char line[8];
    for (int i = 0; i < 9; i++) {
        memset(line, '#', 8);
        char *got = (i & 1 ? fgets_unlocked : fgets)(line, 8, f);
        show(got == line);
        bytes(line, 8);
    }
    show(feof(f) != 0);
    rewind(f);
    show(fgets(line, 1, f) == line);
    bytes(line, 1);
    show(fgets(line, 2, f));
    FILE *w = fopen("w", "w");
    show(fgets(line, 5, w));

gets:
    extern char *gets(char *);
    fclose(with("one\ntwo"));
    freopen("file", "r", stdin);
    char line[20];
    show(gets(line));
    show(gets(line));
    show(gets(line));

getline, getdelim, __getdelim:
    extern ssize_t __getdelim(char **, size_t *, int, FILE *);
    FILE *f = with("one\ntwo;three\n\nlast");
    char *line = NULL;
    size_t size = 0;
    show(getline(&line, &size, f));
    show(line);
    show(size >= 5);
    show(getdelim(&line, &size, ';', f));
    show(line);
    show(__getdelim(&line, &size, '\n', f));
    show(getline(&line, &size, f));
    show(getline(&line, &size, f));
    show(line);
    show(getline(&line, &size, f));
    show(feof(f) != 0);
    fails(getline(NULL, &size, f));
    fails(getline(&line, NULL, f));
    FILE *w = fopen("w", "w");
    show(getline(&line, &size, w));
    char big[5000];
    memset(big, 'x', 4999), big[4999] = 0;
    f = with(big);
    show(getline(&line, &size, f));
    show(strlen(line));

fread, fwrite, fread_unlocked, fwrite_unlocked:
    FILE *f = fopen("data", "w+");
    int numbers[2000];
    for (int i = 0; i < 2000; i++) numbers[i] = i;
    show(fwrite(numbers, sizeof(int), 2000, f));
    show(fwrite_unlocked(numbers, 3, 5, f));
    show(fwrite(numbers, 0, 5, f));
    show(fwrite(numbers, 5, 0, f));
    rewind(f);
    memset(numbers, 0, sizeof numbers);
    show(fread(numbers, sizeof(int), 1000, f));
    show(numbers[999]);
    show(fread_unlocked(numbers, 4, 1000, f));
    show(numbers[999]);
    show(fread(numbers, 4, 10, f));
    show(feof(f) != 0);
    show(fread(numbers, 4, 10, f));
    show(fread(numbers, 0, 10, f));
    fclose(f);
    f = fopen("data", "r");
    show(fwrite(numbers, 1, 4, f));
    show(ferror(f) != 0);
    f = fopen("data", "a");
    show(fread(numbers, 1, 4, f));
    show(ferror(f) != 0);

fseek, fseeko, fseeko64, ftell, ftello, ftello64, rewind, fgetpos, fgetpos64, fsetpos, fsetpos64:
    FILE *f = with("0123456789");
    fpos_t at;
    fpos64_t at64;
    show(fseek(f, 3, SEEK_SET));
    show(fgetc(f));
    show(fseek(f, 2, SEEK_CUR));
    show(ftell(f));
    show(fseeko(f, -1, SEEK_END));
    show(fgetc(f));
    show(ftello(f));
    show(fseeko64(f, 1, SEEK_SET));
    show(ftello64(f));
    show(fgetpos(f, &at));
    show(fgetpos64(f, &at64));
    fgetc(f);
    show(fsetpos(f, &at));
    show(fgetc(f));
    show(fsetpos64(f, &at64));
    show(fgetc(f));
    fails(fseek(f, -1, SEEK_SET));
    fails(fseek(f, 0, 99));
    show(fseek(f, 1L << 40, SEEK_SET));
    show(ftell(f));
    show(fgetc(f));
    rewind(f);
    fgetc(f), fgetc(f);
    ungetc('x', f);
    show(fseek(f, 0, SEEK_CUR));
    show(fgetc(f));
    show(fseek(f, 5, SEEK_SET));
    fputs("AB", f);
    show(ftell(f));
    show(fseek(f, 0, SEEK_SET));
    char all[20] = "";
    fread(all, 1, 19, f);
    show(all);
    int p[2];
    pipe(p);
    FILE *in = fdopen(p[0], "r");
    fails(fseek(in, 0, SEEK_SET));
    fails(ftell(in));
    fails(fgetpos(in, &at));
    fails(fsetpos(in, &at));

fflush, fflush_unlocked, fcloseall, _flushlbf:
    FILE *f = fopen("out", "w");
    fputs("pending", f);
    content("out");
    show(fflush(f));
    content("out");
    fputs(" more", f);
    show(fflush_unlocked(f));
    content("out");
    FILE *g = fopen("line", "w");
    setvbuf(g, NULL, _IOLBF, 1024);
    fputs("no end", g);
    _flushlbf();
    content("line");
    fputs("!", f);
    fflush(NULL);
    content("out");
    fputs("?", f);
    show(fcloseall());
    content("out");

setbuf, setbuffer, setlinebuf, setvbuf, __fbufsize, __flbf, __fpending, __fpurge, __freadable, __fwritable, __freading,
+ __fwriting, __fsetlocking:
    static char buffer[BUFSIZ];
    FILE *f = fopen("a", "w+");
    show(__freadable(f) != 0), show(__fwritable(f) != 0);
    setbuf(f, buffer);
    fputs("abc", f);
    show(__fbufsize(f) > 0), show(__flbf(f) != 0), show(__fpending(f));
    show(__fwriting(f) != 0), show(__freading(f) != 0);
    content("a");
    __fpurge(f);
    show(__fpending(f));
    fclose(f);
    content("a");
    f = fopen("b", "w");
    show(__freadable(f) != 0), show(__fwritable(f) != 0);
    setlinebuf(f);
    show(__flbf(f) != 0);
    fputs("line\nrest", f);
    content("b");
    show(__fpending(f));
    f = fopen("c", "w");
    setbuffer(f, buffer, 64);
    for (int i = 0; i < 30; i++) fputs("abcde", f);
    show(__fbufsize(f) <= 64);
    f = fopen("d", "w");
    setbuf(f, NULL);
    fputs("at once", f);
    content("d");
    show(setvbuf(f, NULL, 77, 10) != 0);
    f = fopen("a", "r");
    show(setvbuf(f, NULL, _IOFBF, 100));
    show(__freadable(f) != 0), show(__fwritable(f) != 0);
    fgetc(f);
    show(__freading(f) != 0);
    show(__fsetlocking(f, FSETLOCKING_INTERNAL));

flockfile, ftrylockfile, funlockfile:
    FILE *f = with("x");
    flockfile(f);
    show(ftrylockfile(f));
    funlockfile(f);
    funlockfile(f);
    show(ftrylockfile(f));
    show(getc_unlocked(f));
    funlockfile(f);

tmpfile, tmpfile64:
    FILE *f = tmpfile(), *g = tmpfile64();
    show(f && g);
    fputs("hidden", f);
    rewind(f);
    show(fgetc(f));
    struct stat st;
    fstat(fileno(f), &st);
    say("links %d, mode %o", (int)st.st_nlink, st.st_mode & 0777);
    show(fcntl(fileno(g), F_GETFD));

tmpnam, tmpnam_r, tempnam:
    char name[L_tmpnam], *p = tmpnam(name);
    show(p == name);
    say("%.5s, %d", name, strlen(name) < L_tmpnam);
    show(access(name, F_OK));
    show(tmpnam_r(NULL));
    show(tmpnam_r(name) == name);
    show(tmpnam(NULL) != NULL);
    p = tempnam("/tmp", "abcdefgh");
    say("%.10s", p);
    setenv("TMPDIR", "/var/tmp", 1);
    p = tempnam("/nonexistent", "q");
    say("%.10s", p);
    p = tempnam(NULL, NULL);
    say("%.9s", p);

remove, rename, renameat, renameat2:
    fclose(with("x")), mkdir("d", 0755), mkdir("full", 0755), close(creat("full/x", 0600));
    show(rename("file", "other"));
    fails(rename("file", "third"));
    fails(rename("other", "d"));
    fails(rename("d", "other"));
    fails(rename("d", "d/inside"));
    fails(rename("d", "full"));
    show(renameat(AT_FDCWD, "other", AT_FDCWD, "file"));
    fails(renameat(-1, "file", AT_FDCWD, "q"));
    fails(renameat2(AT_FDCWD, "file", AT_FDCWD, "d", RENAME_NOREPLACE));
    show(renameat2(AT_FDCWD, "file", AT_FDCWD, "d", RENAME_EXCHANGE));
    fails(renameat2(AT_FDCWD, "d", AT_FDCWD, "e", 0x8000));
    show(remove("d"));
    show(remove("file"));
    fails(remove("file"));
    fails(remove("full"));

popen, pclose:
    char line[50];
    FILE *p = popen("echo from the child; exit 3", "r");
    show(fgets(line, 50, p));
    show(fgets(line, 50, p));
    show(pclose(p));
    p = popen("cat > written", "w");
    fputs("to the child", p);
    show(pclose(p));
    content("written");
    p = popen("kill -9 $$", "re");
    show(pclose(p));
    fails(popen("true", "x"));
    fails(popen("true", "rw"));
    p = popen("no-such-command-here 2>/dev/null", "r");
    show(pclose(p));

ctermid, cuserid:
    char name[L_ctermid];
    show(ctermid(NULL));
    show(ctermid(name) == name);
    show(cuserid(NULL) != NULL);

perror:
    errno = ENOENT, perror("prefix");
    errno = EINTR, perror("");
    errno = 0, perror(NULL);
    errno = 12345, perror("strange");
    show(errno);

fmemopen:
    char buffer[10] = "abc";
    FILE *f = fmemopen(buffer, 10, "r+");
    show(fgetc(f));
    show(fseek(f, 0, SEEK_END));
    show(ftell(f));
    fputs("xyz", f);
    fflush(f);
    bytes(buffer, 10);
    fputs("0123456789", f);
    fflush(f);
    bytes(buffer, 10);
    f = fmemopen(buffer, 10, "w");
    bytes(buffer, 3);
    fputs("hi", f);
    fclose(f);
    bytes(buffer, 4);
    f = fmemopen(buffer, 10, "a+");
    fputs("+", f), fclose(f);
    bytes(buffer, 5);
    f = fmemopen(NULL, 20, "w+");
    fputs("own memory", f), rewind(f);
    char line[20];
    show(fgets(line, 20, f));
    fails(fmemopen(buffer, 10, "q"));
    f = fmemopen(buffer, 0, "r");
    show(f != NULL);
    if (f) show(fgetc(f));
    f = fmemopen("read only", 9, "r");
    show(fputc('x', f));
    fails(fseek(f, 10, SEEK_SET));
    fails(fseek(f, -1, SEEK_SET));
    fails(fileno(f));

fmemopen / more than there is room for:
    char buffer[5];
    FILE *f = fmemopen(buffer, 5, "w");
    fputs("0123456789", f);
    fails(fflush(f));

open_memstream:
    char *text = NULL;
    size_t size = 99;
    FILE *f = open_memstream(&text, &size);
    fflush(f);
    show(size), show(text);
    fprintf(f, "%d-%s", 12, "abc");
    fflush(f);
    show(size), show(text);
    show(fseek(f, 1, SEEK_SET));
    fputc('#', f), fflush(f);
    show(size), show(text);
    show(fseek(f, 10, SEEK_SET));
    fputc('!', f), fflush(f);
    show(size);
    bytes(text, size);
    show(ftell(f));
    fails(fseek(f, -1, SEEK_SET));
    for (int i = 0; i < 5000; i++) fputc('x', f);
    fclose(f);
    show(size), show(strlen(text + 11));

static ssize_t cookie_read(void *c, char *to, size_t n)
{
    say("read");
    if (n > 3) n = 3;
    memcpy(to, c, n);
    return ++*(char *)c > 'c' ? 0 : n;
}
static ssize_t cookie_write(void *c, const char *from, size_t n) { bytes(from, n); return n; }
static int cookie_seek(void *c, off64_t *at, int whence)
{
    say("seek %ld %d", (long)*at, whence);
    if (whence == SEEK_END) return -1;
    *at += 100;
    return 0;
}
static int cookie_close(void *c) { say("close"); errno = EIO; return -1; }
fopencookie:
    char state[4] = "abc";
    FILE *f = fopencookie(state, "r", (cookie_io_functions_t){cookie_read, NULL, NULL, NULL});
    for (int i = 0; i < 8; i++) show(fgetc(f));
    show(feof(f) != 0);
    show(fclose(f));
    f = fopencookie(state, "w", (cookie_io_functions_t){NULL, cookie_write, NULL, cookie_close});
    setvbuf(f, NULL, _IOLBF, 100);
    fputs("a line\nand the rest", f);
    fails(fclose(f));
    f = fopencookie(state, "w", (cookie_io_functions_t){NULL, NULL, cookie_seek, NULL});
    show(fseek(f, 7, SEEK_SET));
    fails(fileno(f));
    fails(fopencookie(state, "?", (cookie_io_functions_t){0}));

#define FORMATTED(call...) do { \
    memset(text, '#', sizeof text); errno = 0; int n = call; int e = errno; \
    if (n < 0) say("%s: %d %s", #call, n, strerrorname_np(e)); \
        else { say("%s: %d", #call, n); bytes(text, n < 200 ? n + 1 : 200); } } while (0)
#define P(arguments...) FORMATTED(sprintf(text, arguments))

sprintf, snprintf / integers:
    char text[1200];
    const char *formats[] = {"%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%.3d", "%.0d", "%8.3d", "%-8.3d|", "%+.5d",
        "%x", "%#x", "%X", "%#X", "%o", "%#o", "%u", "%i", "%'d", "%#.0o", "%010.4d", "%- d|", "%+ d", "%I5d"};
    const int numbers[] = {0, 1, -1, 42, 123456, INT_MAX, INT_MIN};
    for (int i = 0; i < count(formats); i++) for (int j = 0; j < count(numbers); j++) { say("%s", formats[i]);
        P(formats[i], numbers[j]); }
    P("%hhd %hd %ld %lld %jd %zd %td", 300, 70000, LONG_MIN, LLONG_MAX, INTMAX_MIN, (size_t)5, (ptrdiff_t)-5);
    P("%hhu %hu %lu %llu %ju %zu", 300, 70000, ULONG_MAX, ULLONG_MAX, UINTMAX_MAX, SIZE_MAX);
    P("%qd %Lx %Zd", 5LL, 255LL, (size_t)7);
    P("%*d|%-*d|%*d", 5, 1, 5, 2, -5, 3);
    P("%.*d|%.*d", 3, 1, -1, 2);
    P("%2$d %1$s %2$x", "first", 255);
    P("%1$*2$d|%1$.*2$d", 7, 4);
    P("%c%c%5c%-5c|", 'a', 0, 'b', 'c');
    P("%p %p %20p", NULL, (void *)0x1234, (void *)0x1234);
    int n = 0; long l = 0; char c = 0;
    P("abc%n def%ln%hhn", &n, &l, &c);
    say("%d %ld %d", n, l, c);
    P("%%|%5%|%");
    P("%y %d", 5);
    P("%b %B %#b", 5, 5, 5);
    errno = ENOENT;
    say("%m|%20m|%.3m");
    P("%500d", 1);
    P("%.500d", 1);
    fails(snprintf(NULL, 0, "%d", 12345));
    memset(text, '#', 20);
    show(snprintf(text, 4, "%d", 12345));
    bytes(text, 6);
    show(snprintf(text, 1, "%d", 5));
    bytes(text, 2);
    fails(snprintf(NULL, 0, "%2147483648d", 1));
    fails(snprintf(NULL, 0, "%.2147483648d", 1));

sprintf / texts:
    char text[1200];
    P("%s|%10s|%-10s|%.2s|%10.2s|%.0s|", "abc", "abc", "abc", "abc", "abc", "abc");
    P("%s %.3s %.10s %10s", NULL, NULL, NULL, NULL);
    P("%ls|%.2ls|%5lc|%S|%C", L"abc", L"abc", L'z', L"wide", L'Q');
    P("%ls", L"\x20ac");
    P("%lc", 0x20ac);
    setlocale(LC_ALL, "C.UTF-8");
    P("%ls|%.4ls|%10ls|%-10ls|", L"\x20ac\xe4", L"\x20ac\xe4", L"\x20ac", L"\xe4");
    P("%lc|%5lc", 0x1f600, 0xe4);
    P("%ls", L"\xd800");
    P("%.0ls|%.1ls|", L"\x20ac", L"\x20ac");
    P("\xff\xfe%d\x80", 5);
    char unended[3] = "xyz";
    P("%.3s", unended);

#include <float.h>
sprintf / floating point:
    char text[6000];
    const char *formats[] = {"%f", "%.0f", "%.3f", "%10.2f|", "%-10.2f|", "%+f", "% f", "%010.3f", "%#.0f", "%e",
        "%.0e", "%#.0e", "%.15e", "%E", "%g", "%G", "%#g", "%.3g", "%.0g", "%a", "%.0a", "%.3a", "%A", "%20.5a|",
        "%-20a|", "%020a", "%'.2f", "%F", "%+.2e", "%.17g", "%.40g", "%.60f"};
    const double values[] = {0, -0.0, 1, -1, 0.5, 1.5, 2.5, 0.1, 123456.789, 1e10, 1e15, 1e16, 1e21, 1e-5, 1e-4, 123e-7,
        9.9999995, 99999.95, 0.00001234565, 1e100, DBL_MAX, DBL_MIN, 5e-324, INFINITY, -INFINITY, NAN};
    for (int i = 0; i < count(formats); i++) for (int j = 0; j < count(values); j++) { say("%s %d", formats[i], j);
        P(formats[i], values[j]); }
    P("%Lf %Le %Lg %La", 1.5L, 1.5L, 1.5L, 1.5L);
    P("%Lf", LDBL_MAX / 1e4000L);
    P("%.30Lg %Lg %La", LDBL_MIN, LDBL_MAX, LDBL_MIN / 3);
    P("%La %.2La %La", 0.1L, 0.1L, 0.0L);
    P("%1$f %2$5.1f %1$e", 2.5, 3.25);
    P("%.1000f", 0.1);
    P("%.4500f", 1e-300);
    P("%lf %5.3hf", 1.0, 2.0);

printf, fprintf, vprintf, vfprintf, vsprintf, vsnprintf, __vsnprintf, asprintf, vasprintf, __asprintf, dprintf,
+ vdprintf:
    extern int __asprintf(char **, const char *, ...), __vsnprintf(char *, size_t, const char *, va_list);
    char text[100], *made = NULL;
    void arguments(const char *format, ...) {
        va_list list;
        va_start(list, format), show(vprintf(format, list)), va_end(list);
        va_start(list, format), show(vfprintf(stdout, format, list)), va_end(list);
        va_start(list, format), show(vsprintf(text, format, list)), va_end(list), show(text);
        va_start(list, format), show(vsnprintf(text, 5, format, list)), va_end(list), show(text);
        va_start(list, format), show(__vsnprintf(text, 9, format, list)), va_end(list), show(text);
        va_start(list, format), show(vasprintf(&made, format, list)), va_end(list), show(made);
        fflush(stdout);
        va_start(list, format), show(vdprintf(1, format, list)), va_end(list);
    }
    show(printf("%s %d\n", "printf", 1));
    show(fprintf(stdout, "%s %d\n", "fprintf", 2));
    arguments("%d %s %.1f\n", 7, "va", 2.25);
    show(asprintf(&made, "%s-%d", "as", 5)), show(made);
    show(__asprintf(&made, "%s", "")), show(made);
    show(dprintf(1, "direct %d\n", 9));
    fails(dprintf(-1, "x"));
    FILE *f = with("x");
    fclose(f);
    f = fopen("file", "r");
    fails(fprintf(f, "x"));

#define S(arguments...) do { int n = scan_(arguments); say("sscanf(%s) = %d", #arguments, n); } while (0)
extern int plain_sscanf(const char *, const char *, ...) __asm__("sscanf");
#define scan_ __isoc99_sscanf
extern int __isoc99_sscanf(const char *, const char *, ...);

__isoc99_sscanf:
    int a = 77, b = 77, c = 77, n = 77; long l = 77; short h = 77; char q = 77, s[30], t[30]; double d = 77;
    float f = 77; long double ld = 77; unsigned u = 77; void *p = NULL; size_t z = 77;
    #define REST say("%d %d %d %d", a, b, c, n)
    S("12 -34 +56", "%d %d %d%n", &a, &b, &c, &n); REST;
    S("0x1f 017 9", "%i %i %i", &a, &b, &c); REST;
    S("ff 0xff 77", "%x %X %o", &a, &b, &c); REST;
    S("123456", "%2d%3d%d", &a, &b, &c); REST;
    S("5,6", "%d,%d", &a, &b); REST;
    S("5 ,6", "%d,%d", &a, &b); REST;
    S("5 ,6", "%d ,%d", &a, &b); REST;
    S("", "%d", &a);
    S("   ", "%d", &a);
    S("x", "%d", &a);
    S("-", "%d", &a);
    S("99999999999", "%ld", &l); show(l);
    S("70000", "%hd", &h); show(h);
    S("300", "%hhd", &q); show(q);
    S("-1", "%u", &u); show(u);
    S("18446744073709551615", "%zu", &z); show(z);
    S("1.5 -2e3 0x1p4", "%lf %f %Lf", &d, &f, &ld); show(d), show(f), show(ld);
    S("inf nan -infinity", "%lf %f %Lf", &d, &f, &ld); show(d), show(f), show(ld);
    S(".", "%lf", &d);
    S("infi", "%lf", &d);
    S("word other", "%s %s", s, t); show(s), show(t);
    S("longword", "%4s%s", s, t); show(s), show(t);
    S("abc", "%c%c", s, t); show(s[0]), show(t[0]);
    S("  x", "%c", s); show(s[0]);
    S("  x", " %c", s); show(s[0]);
    S("abcdef", "%3c", s); bytes(s, 3);
    S("abc123", "%[a-z]%[0-9]", s, t); show(s), show(t);
    S("abc]def", "%[^]]%s", s, t); show(s), show(t);
    S("]]x", "%[]]%s", s, t); show(s), show(t);
    S("a-z", "%[a-]%s", s, t); show(s), show(t);
    S("123", "%[a-z]", s);
    S("key=value", "%[^=]=%s", s, t); show(s), show(t);
    S("1 2 3", "%*d %d", &a); REST;
    S("100%", "%d%%%n", &a, &n); REST;
    S("0x1234", "%p", &p); show(p == (void *)0x1234);
    char *made = NULL, *set = NULL;
    S("allocated  words", "%ms %m[a-z]", &made, &set); show(made), show(set);
    S("xyz", "%mc", &made); show(made[0]);
    S("0x1p2", "%a", &f); show(f);
    S("5 6", "%2$d %1$d", &a, &b); REST;
    S("12", "%d%d", &a, &b); REST;
    S("9999999999999999999999", "%d", &a); REST;
    S("1,234", "%'d", &a); REST;
    setlocale(LC_ALL, "C.UTF-8");
    wchar_t w[20], *mw = NULL;
    S("\xe2\x82\xacx y", "%ls %lc", w, w + 10); wide(w);
    S("\xe2\x82\xacx y", "%mls", &mw); wide(mw);
    S("\xe2\x82\xac" "abc", "%l[\xe2\x82\xac]%s", w, s); wide(w);

__isoc99_sscanf / where a number ends:
    int a = 77; double d = 77; char s[20] = "";
    S("nan(12)x", "%lf%s", &d, s); show(s);
    void *p = s;
    S("(nil)", "%p", &p); show(p);
    S("0xg", "%x", &a); show(a);
    S("1e", "%lf", &d); show(d);

sscanf, fscanf, scanf, vsscanf, vfscanf, vscanf, __vsscanf, __vfscanf:
    extern int old_fscanf(FILE *, const char *, ...) __asm__("fscanf"), old_scanf(const char *, ...) __asm__("scanf"),
        __vsscanf(const char *, const char *, va_list), __vfscanf(FILE *, const char *, va_list);
    extern int old_vsscanf(const char *, const char *, va_list) __asm__("vsscanf"),
        old_vfscanf(FILE *, const char *, va_list) __asm__("vfscanf"),
        old_vscanf(const char *, va_list) __asm__("vscanf");
    int a = 0;
    char *text = NULL, word[20];
    show(plain_sscanf("some words", "%as %s", &text, word)), show(text), show(word);
    show(plain_sscanf("abc1", "%a[a-z]%d", &text, &a)), show(text), show(a);
    show(plain_sscanf("5", "%d", &a)), show(a);
    FILE *in = with("1 2 3 4 5 6 7 8 end");
    freopen("file", "r", stdin);
    show(old_fscanf(in, "%d", &a)), show(a);
    show(old_scanf("%d", &a)), show(a);
    void arguments(const char *format, ...) {
        va_list list;
        va_start(list, format), show(old_vsscanf("31", format, list)), va_end(list), show(a);
        va_start(list, format), show(old_vfscanf(in, format, list)), va_end(list), show(a);
        va_start(list, format), show(old_vscanf(format, list)), va_end(list), show(a);
        va_start(list, format), show(__vsscanf("32", format, list)), va_end(list), show(a);
        va_start(list, format), show(__vfscanf(in, format, list)), va_end(list), show(a);
    }
    arguments("%d", &a);
    show(ftell(in));
    show(old_fscanf(in, "%d%d%d%d%d", &a, &a, &a, &a, &a));
    show(old_fscanf(in, "%d", &a));
    show(old_fscanf(in, "%s", word)), show(word);
    show(old_fscanf(in, "%s", word));
    show(feof(in) != 0);

__isoc99_fscanf, __isoc99_scanf, __isoc99_vsscanf, __isoc99_vfscanf, __isoc99_vscanf:
    extern int __isoc99_fscanf(FILE *, const char *, ...), __isoc99_scanf(const char *, ...);
    extern int __isoc99_vsscanf(const char *, const char *, va_list), __isoc99_vfscanf(FILE *, const char *, va_list),
        __isoc99_vscanf(const char *, va_list);
    float a = 0;
    FILE *in = with("0x1p1 2 3 4 x 5 6 7 8 end");
    freopen("file", "r", stdin);
    show(__isoc99_fscanf(in, "%a", &a)), show(a);
    show(__isoc99_scanf("%a", &a)), show(a);
    void arguments(const char *format, ...) {
        va_list list;
        va_start(list, format), show(__isoc99_vsscanf("0x31p2", format, list)), va_end(list), show(a);
        va_start(list, format), show(__isoc99_vfscanf(in, format, list)), va_end(list), show(a);
        va_start(list, format), show(__isoc99_vscanf(format, list)), va_end(list), show(a);
    }
    arguments("%a", &a);
    show(__isoc99_fscanf(in, "%f%f", &a, &a)), show(a);
    show(__isoc99_fscanf(in, "%f%f", &a, &a));
    show(fgetc(in));

stdin, stdout, stderr:
    show(fileno(stdin)), show(fileno(stdout)), show(fileno(stderr));
    FILE *saved = stdout;
    char *text;
    size_t size;
    stdout = open_memstream(&text, &size);
    printf("into memory");
    fflush(stdout);
    stdout = saved;
    show(text);
    fprintf(stderr, "unbuffered");
    show(__fpending(stderr));

__overflow, __uflow, __underflow, __woverflow, __wuflow, __wunderflow:
    extern int __overflow(FILE *, int), __uflow(FILE *), __underflow(FILE *);
    extern wint_t __woverflow(FILE *, wint_t), __wuflow(FILE *), __wunderflow(FILE *);
    FILE *f = with("xyz");
    show(__underflow(f));
    show(__uflow(f));
    show(fgetc(f));
    show(__uflow(f));
    show(__uflow(f));
    f = fopen("out", "w");
    show(__overflow(f, 'q'));
    show(__overflow(f, 0xff));
    fclose(f);
    content("out");
    setlocale(LC_ALL, "C.UTF-8");
    f = with("\xe2\x82\xac.");
    fwide(f, 1);
    show(__wunderflow(f));
    show(__wuflow(f));
    show(fgetwc(f));
    show(__wuflow(f));
    f = fopen("out", "w");
    fwide(f, 1);
    show(__woverflow(f, 0x20ac));
    fclose(f);
    content("out");

obstack_printf, obstack_vprintf:
    #define obstack_chunk_alloc malloc
    #define obstack_chunk_free free
    #include <obstack.h>
    struct obstack o;
    obstack_init(&o);
    show(obstack_printf(&o, "%d %s", 5, "five"));
    void arguments(const char *format, ...) {
        va_list list;
        va_start(list, format), show(obstack_vprintf(&o, format, list)), va_end(list);
    }
    arguments("[%x]", 255);
    obstack_1grow(&o, 0);
    show((char *)obstack_finish(&o));

printf_size, printf_size_info, parse_printf_format:
    int types[10] = {0};
    show(parse_printf_format("%d %s %lf %*ld %c %Lf %p %hhd %n %%", 10, types));
    for (int i = 0; i < 10; i++) show(types[i]);
    show(parse_printf_format("%3$d %1$s", 10, types));
    for (int i = 0; i < 3; i++) show(types[i]);
    show(parse_printf_format("none", 0, NULL));
    struct printf_info info = {.prec = 2, .width = 10, .spec = 'K', .pad = ' '};
    double value = 123456789.0;
    const void *arguments[] = {&value};
    show(printf_size(stdout, &info, arguments));
    info.spec = 'k';
    show(printf_size(stdout, &info, arguments));
    show(printf_size_info(&info, 1, types));
    show(types[0]);

__printf_fp:
    // What a program's own conversion of register_printf_specifier calls for the number's text.
    #include <printf.h>
    extern int write_number(FILE *, const struct printf_info *, const void *const *),
        takes_double(const struct printf_info *, size_t, int *, int *);
    double numbers[] = {0, -0.0, 1, -2.5, 12345.678, 1e300, 1e-10, 0.1, INFINITY, -INFINITY, NAN};
    char line[500];
    show(register_printf_specifier('Y', write_number, takes_double));
    for (int i = 0; i < count(numbers); i++) {
        show(snprintf(line, sizeof line, "%Y|%+.3Y|%12.1Y|%-12.0Y|%012.4Y|% Y|%#.0Y", numbers[i], numbers[i],
            numbers[i], numbers[i], numbers[i], numbers[i], numbers[i]));
        show(line);
    }
    show(snprintf(line, sizeof line, "%LY|%.5LY", 3.25L, -1e20L)), show(line), show(snprintf(NULL, 0, "%.50Y", 0.1));
int takes_double(const struct printf_info *info, size_t n, int *types, int *sizes)
{
    if (n) types[0] = PA_DOUBLE | (info->is_long_double ? PA_FLAG_LONG_DOUBLE : 0), sizes[0] = 0;
    return 1;
}
int write_number(FILE *stream, const struct printf_info *info, const void *const *arguments)
{
    extern int __printf_fp(FILE *, const struct printf_info *, const void *const *);
    // The form stands in the structure; a program chooses it by the letter that printf knows.
    struct printf_info form = *info;
    form.spec = info->alt ? 'g' : info->showsign ? 'e' : 'f';
    return __printf_fp(stream, &form, arguments);
}
