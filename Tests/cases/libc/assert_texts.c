// A failed assertion prints glibc's text on standard error and aborts.
// flags: -I../fortify
#include "../fortify/check.h"
#include <errno.h>
extern void __assert_fail(const char *, const char *, unsigned, const char *) __attribute__((noreturn));
extern void __assert(const char *, const char *, int) __attribute__((noreturn));
extern void __assert_perror_fail(int, const char *, unsigned, const char *) __attribute__((noreturn));

extern char *program_invocation_short_name;

int main(void)
{
    // The file's own name differs from one root to the next.
    program_invocation_short_name = "program";
    CHECK((__assert_fail("1 == 2", "file.c", 7, "function"), 0));
    CHECK((__assert_fail("1 == 2", "file.c", 7, NULL), 0));
    CHECK((__assert("ptr", "file.c", 9), 0));
    CHECK((__assert_perror_fail(ENOENT, "file.c", 11, "function"), 0));
    return 0;
}
