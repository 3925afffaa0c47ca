// The names with underscores do what the plain names do.
// flags: -fno-builtin
#include <locale.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>
extern char *__strdup(const char *), *__strndup(const char *, size_t), *__stpcpy(char *, const char *), *__stpncpy(char *, const char *, size_t);
extern char *__strtok_r(char *, const char *, char **), *__strsep_g(char **, const char *), *__strcasestr(const char *, const char *);
extern void *__mempcpy(void *, const void *, size_t), *__rawmemchr(const void *, int);
extern int __strverscmp(const char *, const char *), __strcasecmp(const char *, const char *), __memcmpeq(const void *, const void *, size_t);
extern void __bzero(void *, size_t);
extern int __ffs(int);
extern long __sysconf(int), __strtol_l(const char *, char **, int, locale_t);
extern unsigned long long __strtoull_l(const char *, char **, int, locale_t);
extern double __strtod_internal(const char *, char **, int), __wcstod_internal(const wchar_t *, char **, int);
extern long double __strtold_internal(const char *, char **, int);
extern int __getpagesize(void), __asprintf(char **, const char *, ...), __vsnprintf(char *, size_t, const char *, va_list);
extern int __fcntl(int, int, ...), __dup2(int, int), __close(int), __open(const char *, int, ...);
extern ssize_t __read(int, void *, size_t), __write(int, const void *, size_t);
extern struct tm *__gmtime_r(const time_t *, struct tm *);
extern char *__dcgettext(const char *, const char *, int);
extern size_t __mbrlen(const char *, size_t, mbstate_t *);
extern int __poll(void *, unsigned long, int);
extern size_t __strftime_l(char *, size_t, const char *, const struct tm *, locale_t);

int main(void)
{
    char text[64], *rest, *at;
    puts(__strdup("copied"));
    puts(__strndup("copied", 3));
    printf("%td\n", __stpcpy(text, "abc") - text);
    printf("%td\n", __stpncpy(text, "abc", 8) - text);
    printf("%td\n", (char *)__mempcpy(text, "abcdef", 6) - text);
    printf("%td\n", (char *)__rawmemchr("abcdef", 'd') - (char *)__rawmemchr("", 0) != 0);
    printf("%s %s\n", (char *)__rawmemchr("abcdef", 'd'), (char *)rawmemchr("xyz", 'y'));
    strcpy(text, "a:b;c");
    for (char *word = __strtok_r(text, ":;", &rest); word; word = __strtok_r(NULL, ":;", &rest))
        puts(word);
    strcpy(text, "a,b");
    at = text;
    printf("%s", __strsep_g(&at, ","));
    puts(at);
    puts(__strcasestr("Hello World", "WORLD"));
    printf("%d %d %d\n", __strverscmp("a9", "a10") < 0, __strcasecmp("ABC", "abc"), __memcmpeq("ab", "ab", 2));
    __bzero(text, 4);
    printf("%d %d\n", text[0], __ffs(8));
    printf("%ld %d\n", __sysconf(_SC_PAGESIZE), __getpagesize());
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    printf("%ld %llu\n", __strtol_l("-12z", &rest, 10, c), __strtoull_l("ffff", NULL, 16, c));
    printf("%g %Lg %g\n", __strtod_internal("1.5e3", NULL, 0), __strtold_internal("0x1p4", NULL, 0), __wcstod_internal(L"2.25", NULL, 0));
    printf("%ld %lu %lld %llu\n", strtol_l("12", NULL, 8, c), strtoul_l("12", NULL, 16, c), strtoll_l("-5", NULL, 0, c), strtoull_l("0x10", NULL, 0, c));
    printf("%ld %lu %lld %llu\n", wcstol_l(L"12", NULL, 8, c), wcstoul_l(L"12", NULL, 16, c), wcstoll_l(L"-5", NULL, 0, c), wcstoull_l(L"0x10", NULL, 0, c));
    printf("%g %g %Lg\n", wcstof_l(L"1.5", NULL, c), wcstod_l(L"2.5", NULL, c), wcstold_l(L"3.5", NULL, c));
    printf("%lld %llu %lld %llu\n", strtoq("-7", NULL, 10), strtouq("7", NULL, 10), wcstoq(L"-8", NULL, 10), wcstouq(L"8", NULL, 10));
    printf("%d %s\n", __asprintf(&at, "%d-%s-%g", 1, "two", 3.0), at);
    int fd = __open("/dev/null", 2);
    printf("%d %d\n", __fcntl(fd, 3) & 3, __dup2(fd, 40));
    printf("%zd %zd %d\n", __read(fd, text, 4), __write(fd, text, 4), __close(fd));
    time_t when = 86400 * 365;
    struct tm broken;
    printf("%d\n", __gmtime_r(&when, &broken)->tm_year);
    printf("%zu %s\n", __strftime_l(text, sizeof text, "%Y-%m-%d", &broken, c), text);
    puts(__dcgettext(NULL, "untranslated", LC_MESSAGES));
    mbstate_t state = {0};
    printf("%zu %d\n", __mbrlen("a", 1, &state), __poll(NULL, 0, 0));
    wchar_t wide[8];
    printf("%td %ls\n", wmempcpy(wide, L"abc", 4) - wide, wcschrnul(L"a.b", L'.'));
    printf("%d\n", *wcschrnul(L"ab", L'x'));
    memfrob(strcpy(text, "frobnicate"), 10);
    puts(text);
    memfrob(text, 10);
    puts(text);
    strfry(strcpy(text, "aab"));
    printf("%zu %d\n", strlen(text), text[0] + text[1] + text[2]);
    return 0;
}
