// <assert.h>: the failures that glibc's macros call. Source: assert(3), assert_perror(3).
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

extern char *program_invocation_short_name;

_Noreturn void __assert_fail(const char *expression, const char *file, int line, const char *function)
{
    fprintf(stderr, "%s%s%s:%u: %s%sAssertion `%s' failed.\n", program_invocation_short_name, *program_invocation_short_name ? ": " : "",
            file, (unsigned)line, function ? function : "", function ? ": " : "", expression);
    fflush(stderr);
    abort();
}

_Noreturn void __assert(const char *expression, const char *file, int line) { __assert_fail(expression, file, line, NULL); }

_Noreturn void __assert_perror_fail(int error, const char *file, unsigned line, const char *function)
{
    fprintf(stderr, "%s%s%s:%u: %s%sUnexpected error: %s.\n", program_invocation_short_name, *program_invocation_short_name ? ": " : "",
            file, line, function ? function : "", function ? ": " : "", strerror(error));
    fflush(stderr);
    abort();
}
