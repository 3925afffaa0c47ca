// <stdio.h>, <wchar.h>: what reads stdin and writes stdout without naming them.
//
// On glibc stdin, stdout and stderr are variables that a program may set (libc manual, "Standard Streams"); musl's functions always
// use the streams it started with. Source: the pages of each function.
#include "../streams/points.h"
#include "../streams/stream.h"
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static int put_line(const char *text, size_t length, FILE *stream)
{
    return fwrite_unlocked(text, 1, length, stream) < length || putc_unlocked('\n', stream) < 0 ? EOF
        : length < INT_MAX ? (int)length + 1 : INT_MAX;
}

/// Unlike POSIX, which promises no number, glibc gives the count of characters written.
int puts(const char *text)
{
    FILE *stream = stdout;
    size_t length = strlen(text);
    if (quick(stream))
        return put_line(text, length, stream);
    return (int)call_locked(stream, (void *)put_line, (long)text, (long)length, (long)stream);
}

int putchar(int c) { return putc(c, stdout); }
int putchar_unlocked(int c) { return putc_unlocked(c, stdout); }
int getchar(void) { return getc(stdin); }
int getchar_unlocked(void) { return getc_unlocked(stdin); }
wint_t putwchar(wchar_t c) { return putwc(c, stdout); }
wint_t putwchar_unlocked(wchar_t c) { return putwc_unlocked(c, stdout); }
wint_t getwchar(void) { return getwc(stdin); }
wint_t getwchar_unlocked(void) { return getwc_unlocked(stdin); }

static char *get_line(char *to)
{
    size_t length = 0;
    int c;
    while ((c = getc_unlocked(stdin)) != EOF && c != '\n')
        to[length++] = (char)c;
    int nothing = (c == EOF && length == 0) || ferror_unlocked(stdin);
    if (!nothing)
        to[length] = 0;
    return nothing ? NULL : to;
}

char *gets(char *to) { return (char *)call_locked(stdin, (void *)get_line, (long)to, 0, 0); }
