// Functions that glibc keeps for old programs only: <regexp.h>'s, inlines of old compilers, hooks and stubs
// flags: -lresolv -D_LARGEFILE64_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <regex.h>
#include <resolv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include "versions.h"
#define OLD_DATA(type, name) extern type name##_old; __asm__(".symver " #name "_old, " #name "@GLIBC_2.2.5")
OLD_DATA(char *, loc1);
OLD_DATA(char *, loc2);
OLD_DATA(char *, locs);
OLD(int, step, "2.2.5", (const char *, const char *));
OLD(int, advance, "2.2.5", (const char *, const char *));
// As compilers before GCC 4 passed a short constant: once for every length that it might have.
#define ARRAY(n) struct array##n { char c[n]; }
ARRAY(2); ARRAY(3); ARRAY(4); ARRAY(5); ARRAY(6); ARRAY(7); ARRAY(8);
#define ARRAYS struct array2, struct array3, struct array4, struct array5, struct array6, struct array7, struct array8
OLD(void *, __mempcpy_small, "2.2.5", (void *, char, ARRAYS, size_t));
OLD(char *, __strcpy_small, "2.2.5", (char *, ARRAYS, size_t));
OLD(char *, __stpcpy_small, "2.2.5", (char *, ARRAYS, size_t));
#define EACH (struct array2){"a"}, (struct array3){"bc"}, (struct array4){"def"}, (struct array5){"ghij"}, (struct array6){"klmno"}, \
    (struct array7){"pqrstu"}, (struct array8){"vwxyzAB"}
OLD(int, __nss_database_lookup, "2.2.5", (const char *, const char *, const char *, void **));
OLD(int, __nss_passwd_lookup, "2.2.5", (void **, const char *, void **));
OLD(int, __nss_group_lookup, "2.2.5", (void **, const char *, void **));
OLD(int, __nss_hosts_lookup, "2.2.5", (void **, const char *, void **));
OLD(int, __nss_next, "2.2.5", (void **, const char *, void **, int, int));
OLD(void, res_send_setqhook, "2.2.5", (void *));
OLD(void, res_send_setrhook, "2.2.5", (void *));
OLD(char *, __p_secstodate, "2.2.5", (unsigned long));
OLD(int, _IO_vfscanf, "2.2.5", (FILE *, const char *, va_list, int *));

static int scan(int *error, const char *text, const char *format, ...)
{
    FILE *stream = fmemopen((void *)text, strlen(text), "r");
    va_list arguments;
    va_start(arguments, format);
    int result = _IO_vfscanf_old(stream, format, arguments, error);
    va_end(arguments);
    fclose(stream);
    return result;
}

// An expression where <regexp.h>'s compile puts it in its buffer: at the first pointer's place behind the start.
static void match(const char *pattern, const char *text)
{
    static char buffer[256];
    for (int skew = 0; skew < 8; skew += 3) {
        char *start = buffer + skew, *place = start + __alignof__(regex_t *);
        place -= (uintptr_t)place % __alignof__(regex_t *);
        regex_t expression;
        regcomp(&expression, pattern, 0);
        memcpy(place, &expression, sizeof expression);
        loc1_old = loc2_old = NULL;
        int found = step_old(text, start);
        printf("step %s %s: %d %td %td;", pattern, text, found, loc1_old ? loc1_old - text : -1, loc2_old ? loc2_old - text : -1);
        loc1_old = loc2_old = NULL;
        found = advance_old(text, start);
        printf(" advance: %d %td %td\n", found, loc1_old ? loc1_old - text : -1, loc2_old ? loc2_old - text : -1);
        regfree(&expression);
    }
}

int main(void)
{
    match("b*c", "abbcd"), match("^ab", "abbcd"), match("d$", "abcd"), match("x", "abcd"), match("a.", "abcd");
    printf("%d\n", locs_old == NULL);
    for (size_t size = 1; size <= 8; size++) {
        char to[3][16] = {"---------------", "---------------", "---------------"};
        void *end = __mempcpy_small_old(to[0], '!', EACH, size);
        char *copy = __strcpy_small_old(to[1], EACH, size);
        char *copy_end = __stpcpy_small_old(to[2], EACH, size);
        printf("%zu: %s %td, %d %td", size, to[0], (char *)end - to[0], copy == to[1], copy_end - to[2]);
        for (int which = 0; which < 3; which++)
            for (int i = 0; i < 10; i++) printf(" %02x", (unsigned char)to[which][i]);
        puts("");
    }
    void *found = &found;
    errno = 0;
    int result = __nss_database_lookup_old("passwd", NULL, "files", &found);
    printf("%d %d %d\n", result, found == NULL, errno);
    result = __nss_passwd_lookup_old(&found, "getpwnam", &found);
    printf("%d %d\n", result, errno), errno = 0;
    result = __nss_group_lookup_old(&found, "getgrnam", &found);
    printf("%d %d\n", result, errno), errno = 0;
    result = __nss_hosts_lookup_old(&found, "gethostbyname", &found);
    printf("%d %d\n", result, errno), errno = 0;
    result = __nss_next_old(&found, "getpwnam", &found, 0, 0);
    printf("%d %d\n", result, errno);
    res_send_setqhook_old(&found), res_send_setrhook_old(&result);
    printf("%d %d\n", _res.__glibc_unused_qhook == (void *)&found, _res.__glibc_unused_rhook == (void *)&result);
    static const unsigned long seconds[] = {0, 1, 951782400, 951868799, 0x7fffffff, 0x80000000, 1UL << 40};
    for (int i = 0; i < 7; i++) {
        errno = 0;
        char *text = __p_secstodate_old(seconds[i]);
        printf("%lu %s %d\n", seconds[i], text, errno);
    }
    int number = 0, error = 0;
    char word[8] = "";
    result = scan(&error, "12 abc", "%d %3s", &number, word);
    printf("%d %d %s %d\n", result, number, word, error), error = 0;
    result = scan(&error, "x", "%d", &number);
    printf("%d %d\n", result, error), error = 0;
    result = scan(&error, " ", "%d", &number);
    printf("%d %d\n", result, error);
    result = scan(NULL, "7", "%d", &number);
    printf("%d %d\n", result, number);
}
