// <libio.h> of before glibc 2.28: the names with `_IO_` under which old programs reach the functions of <stdio.h>. Each
// entry calls only
// them, so that a wrong alias shows.
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
extern FILE *_IO_fopen(const char *, const char *), *_IO_fdopen(int, const char *),
    *_IO_popen(const char *, const char *);
extern int _IO_fclose(FILE *), _IO_feof(FILE *), _IO_ferror(FILE *), _IO_fflush(FILE *), _IO_puts(const char *);
extern int _IO_fputs(const char *, FILE *), _IO_getc(FILE *), _IO_putc(int, FILE *), _IO_ungetc(int, FILE *);
extern int _IO_printf(const char *, ...), _IO_fprintf(FILE *, const char *, ...),
    _IO_sprintf(char *, const char *, ...);
extern int _IO_sscanf(const char *, const char *, ...), _IO_vfprintf(FILE *, const char *, va_list);
extern int _IO_vsprintf(char *, const char *, va_list), _IO_setvbuf(FILE *, char *, int, size_t);
extern int _IO_fgetpos(FILE *, fpos_t *), _IO_fsetpos(FILE *, const fpos_t *), _IO_fgetpos64(FILE *, fpos64_t *);
extern int _IO_fsetpos64(FILE *, const fpos64_t *), _IO_ftrylockfile(FILE *);
extern size_t _IO_fread(void *, size_t, size_t, FILE *), _IO_fwrite(const void *, size_t, size_t, FILE *);
extern long _IO_ftell(FILE *);
extern char *_IO_fgets(char *, int, FILE *), *_IO_gets(char *);
extern void _IO_flockfile(FILE *), _IO_funlockfile(FILE *), _IO_setbuffer(FILE *, char *, size_t);
static char text[200];
static int with_list(int (*print)(FILE *, const char *, va_list), FILE *f, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int result = print(f, format, list);
    va_end(list);
    return result;
}
static int with_list_into(char *to, const char *format, ...)
{
    va_list list;
    va_start(list, format);
    int result = _IO_vsprintf(to, format, list);
    va_end(list);
    return result;
}
static FILE *with(const char *content)
{
    FILE *f = _IO_fopen("f", "w+");
    _IO_fputs(content, f), rewind(f);
    return f;
}

_IO_fopen, _IO_fclose, _IO_fdopen:
    FILE *f = _IO_fopen("new", "w+x");
    show(f != NULL), show(_IO_fputs("abc", f)), show(_IO_fclose(f));
    fails(_IO_fopen("new", "w+x")); fails(_IO_fopen("missing", "r")); fails(_IO_fopen("new", "q"));
    fails(_IO_fopen("new/below", "r")); fails(_IO_fopen(".", "w"));
    f = _IO_fopen("new", "a"), show(_IO_fputs("def", f)), show(_IO_fclose(f));
    f = _IO_fopen("new", "r"), show(_IO_fgets(text, 100, f)), fails(_IO_fputs("x", f)); show(_IO_fclose(f));
    int both[2];
    pipe(both);
    f = _IO_fdopen(both[1], "w"), show(_IO_fputs("through", f)), show(fileno(f) == both[1]), show(_IO_fclose(f));
    f = _IO_fdopen(both[0], "r"), show(_IO_fgets(text, 100, f)), show(_IO_fclose(f));
    fails(_IO_fdopen(both[0], "r")); fails(_IO_fdopen(-1, "r")); fails(_IO_fdopen(0, "w")); fails(_IO_fdopen(0, ""));
    f = _IO_fopen("/dev/full", "w"), show(_IO_fputs("x", f)), fails(_IO_fclose(f));

_IO_fread, _IO_fwrite, _IO_feof, _IO_ferror:
    FILE *f = with("0123456789");
    show(_IO_fread(text, 3, 2, f)), bytes(text, 6), show(_IO_feof(f)), show(_IO_fread(text, 3, 2, f)), bytes(text, 4);
    show(_IO_feof(f) != 0), show(_IO_ferror(f)), show(_IO_fread(text, 1, 1, f)), show(_IO_fread(text, 0, 5, f));
    show(_IO_fread(text, 5, 0, f)), clearerr(f), show(_IO_feof(f)), rewind(f);
    show(_IO_fwrite("abcdef", 2, 3, f)), show(_IO_fwrite("abcdef", 0, 3, f)), show(_IO_fwrite("abcdef", 3, 0, f));
    rewind(f);
    show(_IO_fread(text, 1, 100, f)), bytes(text, 10), show(_IO_fclose(f));
    f = _IO_fopen("f", "r"), show(_IO_fwrite("x", 1, 1, f)), show(_IO_ferror(f) != 0), show(_IO_feof(f)), clearerr(f);
    show(_IO_ferror(f)), show(_IO_fclose(f));
    f = _IO_fopen("f", "w"), errno = 0, show(_IO_fread(text, 1, 1, f)), observe_errno(), show(_IO_ferror(f) != 0);

_IO_fgets, _IO_fputs:
    FILE *f = with("one\ntwo\n\nlast");
    show(_IO_fgets(text, 100, f)), show(_IO_fgets(text, 3, f)), show(_IO_fgets(text, 2, f));
    show(_IO_fgets(text, 1, f));
    show(_IO_fgets(text, 100, f)), show(_IO_fgets(text, 100, f)), strcpy(text, "untouched");
    show(_IO_fgets(text, 100, f));
    show(text), show(feof(f) != 0), show(_IO_fputs("", f)), show(_IO_fputs("more", f)), rewind(f);
    for (int i = 0; i < 3; i++) _IO_fgets(text, 100, f);
    show(_IO_fgets(text, 100, f));
    FILE *unreadable = _IO_fopen("u", "w");
    errno = 0, show(_IO_fgets(text, 100, unreadable)), observe_errno();

_IO_getc, _IO_putc, _IO_ungetc:
    FILE *f = with("a\377b");
    show(_IO_getc(f)), show(_IO_getc(f)), show(_IO_ungetc(_IO_getc(f), f)), show(_IO_getc(f)), show(_IO_getc(f));
    show(feof(f) != 0);
    show(_IO_ungetc('z', f)), show(feof(f)), show(_IO_ungetc(EOF, f)), show(_IO_getc(f)), show(_IO_getc(f)), rewind(f);
    show(_IO_ungetc(300, f)), show(_IO_getc(f)), show(_IO_getc(f)), fseek(f, 0, SEEK_END);
    show(_IO_putc('c', f)), show(_IO_putc(0x1ff, f)), show(_IO_putc(-1, f)), rewind(f);
    show(_IO_fread(text, 1, 100, f));
    bytes(text, 6), fclose(f), f = _IO_fopen("f", "r"), fails(_IO_putc('x', f)); show(ferror(f) != 0), fclose(f);
    f = _IO_fopen("f", "w"), fails(_IO_getc(f)); show(ferror(f) != 0);

_IO_gets:
    freopen("in", "w+", stdin), fputs("first\nsecond", stdin), rewind(stdin);
    show(_IO_gets(text)), show(_IO_gets(text)), strcpy(text, "untouched"), show(_IO_gets(text)), show(text);
    show(feof(stdin) != 0);

_IO_puts, _IO_printf, _IO_fprintf, _IO_vfprintf, _IO_fflush:
    show(_IO_puts("a line")), show(_IO_puts(""));
    show(_IO_printf("%5d|%-5s|%#x|%.3f|%c|%%\n", 42, "ab", 255, 2.5, 'c'));
    show(_IO_fprintf(stdout, "%2$s %1$s\n", "one", "two"));
    show(with_list(_IO_vfprintf, stdout, "%ld %s\n", 123456789012, "list"));
    show(_IO_printf("")), errno = ENOENT, show(_IO_printf("%m\n")), show(_IO_fflush(stdout)), show(_IO_fflush(NULL));
    FILE *f = _IO_fopen("f", "w+");
    fails(_IO_fprintf(f, "%ls", L"\x110000")); fclose(f), f = _IO_fopen("f", "r"), fails(_IO_fprintf(f, "x"));
    fails(with_list(_IO_vfprintf, f, "%d", 5)); fclose(f), f = _IO_fopen("/dev/full", "w"), show(_IO_fprintf(f, "x"));
    fails(_IO_fflush(f)); show(ferror(f) != 0), close(1), show(_IO_puts("unseen")), fails(_IO_fflush(stdout));

_IO_sprintf, _IO_vsprintf, _IO_sscanf:
    int a = -1, b = -1, n = -1;
    show(_IO_sprintf(text, "%d-%s-%05.1f", 7, "seven", 7.25)), show(text), show(_IO_sprintf(text, "")), show(text);
    show(with_list_into(text, "%s %x %n", "abc", 48879, &n)), show(text), show(n);
    fails(_IO_sprintf(text, "%2147483648d", 1)); show(_IO_sscanf("12 x34", "%d x%d%n", &a, &b, &n)), show(a), show(b);
    show(n);
    show(_IO_sscanf("word rest", "%[a-v]%*c%s", text, text + 50)), show(text), show(_IO_sscanf("", "%d", &a));
    show(_IO_sscanf("x", "%d", &a)), show(_IO_sscanf("077", "%i", &a)), show(a);

_IO_fgetpos, _IO_fsetpos, _IO_fgetpos64, _IO_fsetpos64, _IO_ftell:
    FILE *f = with("0123456789");
    fpos_t at;
    fpos64_t at64;
    show(_IO_ftell(f)), _IO_getc(f), show(_IO_fgetpos(f, &at)), _IO_getc(f), show(_IO_ftell(f));
    show(_IO_fgetpos64(f, &at64));
    _IO_getc(f), show(_IO_fsetpos(f, &at)), show(_IO_getc(f)), show(_IO_fsetpos64(f, &at64)), show(_IO_getc(f));
    while (_IO_getc(f) != EOF);
    show(feof(f) != 0), show(_IO_fsetpos(f, &at)), show(feof(f)), show(_IO_ungetc('u', f)), show(_IO_ftell(f));
    int both[2];
    pipe(both), f = fdopen(both[0], "r"), fails(_IO_ftell(f)); fails(_IO_fgetpos(f, &at)); fails(_IO_fsetpos(f, &at));
    fails(_IO_fgetpos64(f, &at64)); fails(_IO_fsetpos64(f, &at64));

_IO_setvbuf, _IO_setbuffer:
    static char buffer[512];
    FILE *f = _IO_fopen("f", "w");
    show(_IO_setvbuf(f, buffer, _IOFBF, sizeof buffer)), _IO_fputs("abc", f), show(access("f", F_OK));
    show(lseek(fileno(f), 0, SEEK_END)), _IO_fflush(f), show(lseek(fileno(f), 0, SEEK_END)), fclose(f);
    f = _IO_fopen("f", "w"), show(_IO_setvbuf(f, NULL, _IONBF, 0)), _IO_fputs("abc", f),
        show(lseek(fileno(f), 0, SEEK_END)), fclose(f);
    f = _IO_fopen("f", "w"), show(_IO_setvbuf(f, NULL, _IOLBF, 0)), _IO_fputs("ab", f),
        show(lseek(fileno(f), 0, SEEK_END));
    _IO_fputs("c\n", f), show(lseek(fileno(f), 0, SEEK_END)), show(_IO_setvbuf(f, NULL, 77, 0)), fclose(f);
    f = _IO_fopen("f", "w"), runs(_IO_setbuffer(f, buffer, 256)), _IO_fputs("x", f),
        show(lseek(fileno(f), 0, SEEK_END)), fclose(f);
    f = _IO_fopen("f", "w"), runs(_IO_setbuffer(f, NULL, 0)), _IO_fputs("xy", f), show(lseek(fileno(f), 0, SEEK_END));

_IO_flockfile, _IO_ftrylockfile, _IO_funlockfile:
    extern void *try_elsewhere(void *);
    void *result;
    pthread_t t;
    _IO_flockfile(stdout), show(_IO_ftrylockfile(stdout)), pthread_create(&t, NULL, try_elsewhere, NULL),
        pthread_join(t, &result);
    show(result != NULL), _IO_funlockfile(stdout), pthread_create(&t, NULL, try_elsewhere, NULL);
    pthread_join(t, &result);
    show(result != NULL), _IO_funlockfile(stdout), pthread_create(&t, NULL, try_elsewhere, NULL);
    pthread_join(t, &result);
    show(result != NULL), _IO_flockfile(stdout), show(fputs("own lock\n", stdout)), _IO_funlockfile(stdout);
// Whether another thread is refused the lock of stdout.
void *try_elsewhere(void *argument)
{
    if (_IO_ftrylockfile(stdout)) return stdout;
    _IO_funlockfile(stdout);
    return NULL;
}

_IO_popen:
    FILE *f = _IO_popen("echo out; exit 3", "r");
    show(_IO_fgets(text, 100, f)), show(_IO_fgets(text, 100, f)), show(pclose(f));
    f = _IO_popen("while read l; do echo \"got $l\"; done", "w"), show(_IO_fputs("a\nb\n", f)), show(pclose(f));
    f = _IO_popen("no-such-command-anywhere 2>/dev/null", "re"), show(_IO_getc(f)), show(pclose(f));
    fails(_IO_popen("true", "x")); fails(_IO_popen("true", "")); fails(_IO_popen("true", "rw"));
