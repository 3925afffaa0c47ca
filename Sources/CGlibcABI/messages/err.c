// <err.h>: the err and warn family. musl has it, but with musl's error texts.
#include <err.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../streams/points.h"

extern char *program_invocation_short_name;

static long print(int number, const char *format, va_list arguments)
{
    fprintf(stderr, "%s: ", program_invocation_short_name);
    if (format)
        vfprintf(stderr, format, arguments);
    if (number >= 0)
        fprintf(stderr, format ? ": %s\n" : "%s\n", strerror(number));
    else
        fputc('\n', stderr);
    return 0;
}

static void message(int number, const char *format, va_list arguments)
{
    call_locked(stderr, (void *)print, number, (long)format, (long)arguments);
}

/// Prints "program: message: text of errno". Source: err(3).
void vwarn(const char *format, va_list arguments) { int number = errno; message(number, format, arguments); errno = number; }
/// Prints "program: message". Source: err(3).
void vwarnx(const char *format, va_list arguments) { int number = errno; message(-1, format, arguments); errno = number; }
void verr(int status, const char *format, va_list arguments) { vwarn(format, arguments); exit(status); }
void verrx(int status, const char *format, va_list arguments) { vwarnx(format, arguments); exit(status); }

#define WITH_LIST(call) va_list arguments; va_start(arguments, format); call; va_end(arguments)
void warn(const char *format, ...) { WITH_LIST(vwarn(format, arguments)); }
void warnx(const char *format, ...) { WITH_LIST(vwarnx(format, arguments)); }
void err(int status, const char *format, ...) { WITH_LIST(verr(status, format, arguments)); }
void errx(int status, const char *format, ...) { WITH_LIST(verrx(status, format, arguments)); }
