// Every checked function of <string.h> takes what just fits and aborts at one byte more, with glibc's text.
// flags: -fno-builtin -Wno-all
#include "check.h"
#include <string.h>
#define D(name, ...) extern void *name(void *, const void *, __VA_ARGS__)
D(__memcpy_chk, size_t, size_t); D(__memmove_chk, size_t, size_t); D(__mempcpy_chk, size_t, size_t);
D(__strcpy_chk, size_t); D(__stpcpy_chk, size_t); D(__strcat_chk, size_t);
D(__strncpy_chk, size_t, size_t); D(__stpncpy_chk, size_t, size_t); D(__strncat_chk, size_t, size_t);
extern void *__memset_chk(void *, int, size_t, size_t);
extern void __explicit_bzero_chk(void *, size_t, size_t);

static char to[32];
static char *fresh(const char *text) { return strcpy(to, text); }

int main(void)
{
    CHECK(__memcpy_chk(to, "12345678", N(8), N(8)));
    CHECK(__memcpy_chk(to, "12345678", N(8), N(7)));
    CHECK(__memcpy_chk(to, "12345678", N(8), N(-1)));
    CHECK(__memmove_chk(to, "12345678", N(8), N(8)));
    CHECK(__memmove_chk(to, "12345678", N(8), N(7)));
    CHECK(__mempcpy_chk(to, "12345678", N(8), N(8)) == to + 8 ? 0 : (abort(), 0));
    CHECK(__mempcpy_chk(to, "12345678", N(8), N(7)));
    CHECK(__memset_chk(to, 1, N(8), N(8)));
    CHECK(__memset_chk(to, 1, N(8), N(7)));
    CHECK((__explicit_bzero_chk(to, N(8), N(8)), 0));
    CHECK((__explicit_bzero_chk(to, N(8), N(7)), 0));
    CHECK(__strcpy_chk(to, "1234567", N(8)));
    CHECK(__strcpy_chk(to, "1234567", N(7)));
    CHECK(__strcpy_chk(to, "", N(0)));
    CHECK(__stpcpy_chk(to, "1234567", N(8)) == to + 7 ? 0 : (abort(), 0));
    CHECK(__stpcpy_chk(to, "1234567", N(7)));
    CHECK(__strncpy_chk(to, "1", N(8), N(8)));
    CHECK(__strncpy_chk(to, "1", N(8), N(7)));
    CHECK(__stpncpy_chk(to, "1", N(8), N(8)) == to + 1 ? 0 : (abort(), 0));
    CHECK(__stpncpy_chk(to, "1", N(8), N(7)));
    CHECK(__strcat_chk(fresh("abc"), "defg", N(8)));
    CHECK(__strcat_chk(fresh("abc"), "defg", N(7)));
    CHECK(__strcat_chk(fresh("abc"), "", N(4)));
    CHECK(__strcat_chk(fresh("abc"), "", N(3)));
    CHECK(__strcat_chk(fresh("abc"), "defg", N(-1)));
    // The count may be larger than the buffer: what counts is what is appended.
    CHECK(__strncat_chk(fresh("abc"), "defg", N(100), N(8)));
    CHECK(__strncat_chk(fresh("abc"), "defg", N(100), N(7)));
    CHECK(__strncat_chk(fresh("abc"), "defghij", N(4), N(8)));
    CHECK(__strncat_chk(fresh("abc"), "defghij", N(4), N(7)));
    CHECK(__strncat_chk(fresh("abc"), "defghij", N(0), N(4)));
    CHECK(__strncat_chk(fresh("abc"), "defghij", N(0), N(3)));
    CHECK(__strncat_chk(fresh("abc"), "defghij", N(-1), N(-1)));
    puts(__strncat_chk(fresh("abc"), "defghij", N(4), N(8)));
    puts(__strcat_chk(fresh("abc"), "defg", N(8)));
    return 0;
}
