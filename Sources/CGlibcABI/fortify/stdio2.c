// <bits/stdio2.h>: the checked printf family. `flag` above zero asks for the checks of format.c as well.
//
// Source: LSB 5.0 (`__printf_chk` and the rest) and glibc's <bits/stdio2.h>.
#include "format.h"
#include "fortify.h"
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <syslog.h>

#define FORWARD(call) \
    ({ \
        va_list arguments; \
        va_start(arguments, format); \
        __typeof__(call) forward_result = call; \
        va_end(arguments); \
        forward_result; \
    })

int __vfprintf_chk(FILE *stream, int flag, const char *format, va_list arguments)
{
    glibc_compat_check_format(flag, format);
    return vfprintf(stream, format, arguments);
}

int __fprintf_chk(FILE *stream, int flag, const char *format, ...)
{
    return FORWARD(__vfprintf_chk(stream, flag, format, arguments));
}

int __vprintf_chk(int flag, const char *format, va_list arguments)
{
    return __vfprintf_chk(stdout, flag, format, arguments);
}

int __printf_chk(int flag, const char *format, ...)
{
    return FORWARD(__vfprintf_chk(stdout, flag, format, arguments));
}

int __vdprintf_chk(int fd, int flag, const char *format, va_list arguments)
{
    glibc_compat_check_format(flag, format);
    return vdprintf(fd, format, arguments);
}

int __dprintf_chk(int fd, int flag, const char *format, ...)
{
    return FORWARD(__vdprintf_chk(fd, flag, format, arguments));
}

int __vasprintf_chk(char **result, int flag, const char *format, va_list arguments)
{
    glibc_compat_check_format(flag, format);
    return vasprintf(result, format, arguments);
}

int __asprintf_chk(char **result, int flag, const char *format, ...)
{
    return FORWARD(__vasprintf_chk(result, flag, format, arguments));
}

int __vsprintf_chk(char *to, int flag, size_t room, const char *format, va_list arguments)
{
    if (room == 0)
        __chk_fail();
    glibc_compat_check_format(flag, format);
    // No result is longer than INT_MAX, so a larger room checks nothing.
    if (room > INT_MAX)
        return vsprintf(to, format, arguments);
    int length = vsnprintf(to, room, format, arguments);
    if (length >= 0 && (size_t)length >= room)
        __chk_fail();
    return length;
}

int __sprintf_chk(char *to, int flag, size_t room, const char *format, ...)
{
    return FORWARD(__vsprintf_chk(to, flag, room, format, arguments));
}

int __vsnprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, va_list arguments)
{
    if (room < size)
        __chk_fail();
    glibc_compat_check_format(flag, format);
    return vsnprintf(to, size, format, arguments);
}

int __snprintf_chk(char *to, size_t size, int flag, size_t room, const char *format, ...)
{
    return FORWARD(__vsnprintf_chk(to, size, flag, room, format, arguments));
}

void __vsyslog_chk(int priority, int flag, const char *format, va_list arguments)
{
    glibc_compat_check_format(flag, format);
    vsyslog(priority, format, arguments);
}

void __syslog_chk(int priority, int flag, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    __vsyslog_chk(priority, flag, format, arguments);
    va_end(arguments);
}
