// The checked sprintf family aborts exactly where its text does not fit; the rest prints as the plain functions do.
// flags: -fno-builtin -Wno-all
#include "check.h"
#include <stdarg.h>
#include <string.h>
#include <wchar.h>
extern int __sprintf_chk(char *, int, size_t, const char *, ...), __snprintf_chk(char *, size_t, int, size_t, const char *, ...);
extern int __vsprintf_chk(char *, int, size_t, const char *, va_list);
extern int __vsnprintf_chk(char *, size_t, int, size_t, const char *, va_list);
extern int __printf_chk(int, const char *, ...), __fprintf_chk(FILE *, int, const char *, ...), __dprintf_chk(int, int, const char *, ...);
extern int __vprintf_chk(int, const char *, va_list), __vfprintf_chk(FILE *, int, const char *, va_list);
extern int __vdprintf_chk(int, int, const char *, va_list);
extern int __asprintf_chk(char **, int, const char *, ...), __vasprintf_chk(char **, int, const char *, va_list);
extern int __swprintf_chk(wchar_t *, size_t, int, size_t, const wchar_t *, ...);
extern int __vswprintf_chk(wchar_t *, size_t, int, size_t, const wchar_t *, va_list);

static char to[64];
static wchar_t wide[64];

static int list(int which, size_t room, const char *format, ...)
{
    char *text;
    va_list arguments;
    va_start(arguments, format);
    switch (which) {
    case 0: return __vsprintf_chk(to, 1, room, format, arguments);
    case 1: return __vsnprintf_chk(to, 8, 1, room, format, arguments);
    case 2: return __vprintf_chk(1, format, arguments);
    case 3: return __vfprintf_chk(stdout, 1, format, arguments);
    case 4: fflush(stdout); return __vdprintf_chk(1, 1, format, arguments);
    default: return __vasprintf_chk(&text, 1, format, arguments);
    }
}

static int wide_list(size_t room, const wchar_t *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    return __vswprintf_chk(wide, 8, 1, room, format, arguments);
}

int main(void)
{
    CHECK(__sprintf_chk(to, 1, N(8), "%s", "1234567") == 7 ? 0 : (abort(), 0));
    CHECK(__sprintf_chk(to, 1, N(7), "%s", "1234567"));
    CHECK(__sprintf_chk(to, 0, N(7), "%s", "1234567"));
    CHECK(__sprintf_chk(to, 1, N(0), ""));
    CHECK(__sprintf_chk(to, 1, N(-1), "%s", "1234567"));
    CHECK(__snprintf_chk(to, N(8), 1, N(8), "%s", "123456789") == 9 ? 0 : (abort(), 0));
    CHECK(__snprintf_chk(to, N(8), 1, N(7), "1"));
    CHECK(__snprintf_chk(NULL, N(0), 1, N(0), "1"));
    CHECK(list(0, N(8), "%s", "1234567"));
    CHECK(list(0, N(7), "%s", "1234567"));
    CHECK(list(1, N(8), "%s", "1234567890"));
    CHECK(list(1, N(7), "%s", "1"));
    CHECK(__swprintf_chk(wide, N(8), 1, N(8), L"%d", 1234567) == 7 ? 0 : (abort(), 0));
    CHECK(__swprintf_chk(wide, N(8), 1, N(8), L"%d", 12345678) == -1 ? 0 : (abort(), 0));
    CHECK(__swprintf_chk(wide, N(8), 1, N(7), L"%d", 1));
    CHECK(wide_list(N(8), L"%d", 1));
    CHECK(wide_list(N(7), L"%d", 1));
    list(2, 0, "%s %d\n", "vprintf", 1);
    list(3, 0, "%s %d\n", "vfprintf", 2);
    list(4, 0, "%s %d\n", "vdprintf", 3);
    printf("%d\n", list(5, 0, "%s %d\n", "vasprintf", 4));
    __printf_chk(1, "%2$s %1$d %%n $\n", 1, "printf");
    __fprintf_chk(stderr, 1, "%5.2f|%-5s|\n", 1.5, "ab");
    fflush(stdout);
    __dprintf_chk(1, 1, "%s\n", "dprintf");
    char *text;
    printf("%d ", __asprintf_chk(&text, 1, "%s-%c", "as", 'x'));
    puts(text);
    return 0;
}
