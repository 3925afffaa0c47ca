// setlocale and newlocale accept and refuse the names that glibc does with C, POSIX and C.UTF-8 installed
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#define ALL(c) "LC_CTYPE=" c ";LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C;LC_PAPER=C;LC_NAME=C;" \
    "LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C"
static const char *const names[] = {
    "C", "POSIX", "C.UTF-8", "C.utf8", "C.UTF8", "c.UTF-8", "C.utf-8", "C.UtF8", "C.ISO-8859-1", "xx_XX.UTF-8", "C.UTF-8@x",
    "LC_CTYPE=C.UTF-8", ALL("C.UTF-8"), ALL("POSIX"), ALL("xx"), "C;C", "POSIX.UTF-8", "C.", "C.UTF-16", "C/", "../C.UTF-8", "posix",
    "C.UTF-8.x", "LC_CTYPE=C.UTF-8;LC_NUMERIC=C", "C_XX.UTF-8", "C.UTF-8@", "C.u-t-f-8", "C_XX", "C@x", ".UTF-8", "CC.UTF-8", " C",
};

static const char *text(const char *name) { return name ? name : "NULL"; }

int main(void)
{
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        setlocale(LC_ALL, "C");
        printf("%s: all %s", names[i], text(setlocale(LC_ALL, names[i])));
        printf(" %s %zu", nl_langinfo(CODESET), MB_CUR_MAX);
        setlocale(LC_ALL, "C");
        printf("; ctype %s", text(setlocale(LC_CTYPE, names[i])));
        printf(" %s; now %s", nl_langinfo(CODESET), setlocale(LC_ALL, NULL));
        locale_t made = newlocale(LC_ALL_MASK, names[i], (locale_t)0);
        printf("; newlocale %s\n", made ? nl_langinfo_l(CODESET, made) : "no");
        if (made) freelocale(made);
    }
    printf("category 77: %s\n", text(setlocale(77, "C")));
    printf("LC_PAPER: %s\n", text(setlocale(LC_PAPER, "C.UTF-8")));
    printf("all: %s\n", setlocale(LC_ALL, NULL));
    setlocale(LC_ALL, "C");
    setenv("LC_ALL", "C.UTF-8", 1);
    printf("environment: %s\n", text(setlocale(LC_ALL, "")));
    unsetenv("LC_ALL");
    setenv("LC_CTYPE", "C.utf8", 1);
    setenv("LANG", "POSIX", 1);
    printf("environment: %s\n", text(setlocale(LC_ALL, "")));
    setenv("LANG", "xx_XX", 1);
    printf("environment: %s\n", text(setlocale(LC_ALL, "")));
    return 0;
}
