// What programs built with a newer glibc call gives what C23 and POSIX 2024 say; on a glibc that lacks a name there is nothing to check.
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static void number(const char *text, int base, long expected, int used, int error)
{
    long (*function)(const char *, char **, int) = dlsym(RTLD_DEFAULT, "__isoc23_strtol");
    char *end = NULL;
    errno = 0;
    if (function) {
        long result = function(text, &end, base);
        if (result != expected || end - text != used || errno != error)
            printf("strtol %s in %d: %ld, %td used, error %d\n", text, base, result, end - text, errno);
    }
}

static void natural(const char *text, int base, unsigned long expected, int used, int error)
{
    unsigned long (*function)(const char *, char **, int) = dlsym(RTLD_DEFAULT, "__isoc23_strtoul");
    char *end = NULL;
    errno = 0;
    if (function) {
        unsigned long result = function(text, &end, base);
        if (result != expected || end - text != used || errno != error)
            printf("strtoul %s in %d: %lu, %td used, error %d\n", text, base, result, end - text, errno);
    }
}

int main(void)
{
    number("0b101", 0, 5, 5, 0), number("0B11z", 2, 3, 4, 0), number(" -0b10", 0, -2, 6, 0), number("0b", 0, 0, 1, 0);
    number("0b2", 2, 0, 1, 0), number("0b101", 10, 0, 1, 0), number("0x1f", 0, 31, 4, 0), number("-12", 10, -12, 3, 0);
    number("0b101", 16, 0xb101, 5, 0);
    number("0b1000000000000000000000000000000000000000000000000000000000000000", 0, LONG_MAX, 66, ERANGE);
    number("-0b1000000000000000000000000000000000000000000000000000000000000000", 0, LONG_MIN, 67, 0);
    natural("0b1111111111111111111111111111111111111111111111111111111111111111", 0, ULONG_MAX, 66, 0);
    natural("0b11111111111111111111111111111111111111111111111111111111111111111", 0, ULONG_MAX, 67, ERANGE);
    natural("-0b1", 0, ULONG_MAX, 4, 0);
    int (*scan)(const char *, const char *, ...) = dlsym(RTLD_DEFAULT, "__isoc23_sscanf");
    int a = 0;
    if (scan && (scan("12", "%d", &a) != 1 || a != 12))
        puts("sscanf");
    // Binary numbers and lengths in bits, as 2.41 reads them.
    static const struct { const char *text, *format; long value; const char *rest; } scans[] = {
        {"0b101", "%li%s", 5, ""}, {"-0B12", "%li%s", -1, "2"}, {"0bx", "%li%s", 0, "x"}, {"0b11", "%3li%s", 1, "1"}, {"0b11", "%1li%s", 0, "b11"}, {"0b101", "%lb%s", 5, ""},
        {"101", "%lb%s", 5, ""}, {"0b11", "%2lb%s", 0, "11"}, {"0b101", "%ld%s", 0, "b101"}, {"0b11", "%lx%s", 2833, ""}, {"12", "%w8d%s", -244, ""}, {"300", "%wf16x%s", 768, ""},
    };
    for (size_t i = 0; scan && i < sizeof scans / sizeof *scans; i++) {
        long value = -77;
        char rest[9] = "";
        int count = scan(scans[i].text, scans[i].format, &value, rest);
        if (count != 1 + (*scans[i].rest != 0) || value != scans[i].value || strcmp(rest, scans[i].rest))
            printf("sscanf %s %s: %d %ld %s\n", scans[i].text, scans[i].format, count, value, rest);
    }
    size_t (*copy)(wchar_t *, const wchar_t *, size_t) = dlsym(RTLD_DEFAULT, "wcslcpy"), (*append)(wchar_t *, const wchar_t *, size_t) = dlsym(RTLD_DEFAULT, "wcslcat");
    wchar_t text[6];
    if (copy && (copy(text, L"abcdefg", 6) != 7 || wcscmp(text, L"abcde") || copy(text, L"ab", 6) != 2 || append(text, L"cdefg", 6) != 7 || wcscmp(text, L"abcde")))
        puts("wcslcpy");
    if (copy && (append(text, L"x", 3) != 4 || copy(text, L"xyz", 0) != 3 || text[0] != L'a'))
        puts("wcslcat");
    puts("checked");
    return 0;
}
