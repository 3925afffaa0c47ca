// <bits/wchar2.h>: the checked wprintf family. Source: LSB 5.0, `__fwprintf_chk` and the rest.
#include "format.h"
#include "fortify.h"
#include <stdarg.h>
#include <stdio.h>
#include <wchar.h>

int __vfwprintf_chk(FILE *stream, int flag, const wchar_t *format, va_list arguments)
{
    glibc_compat_check_wide_format(flag, format);
    return vfwprintf(stream, format, arguments);
}

int __fwprintf_chk(FILE *stream, int flag, const wchar_t *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int result = __vfwprintf_chk(stream, flag, format, arguments);
    va_end(arguments);
    return result;
}

int __vwprintf_chk(int flag, const wchar_t *format, va_list arguments)
{
    return __vfwprintf_chk(stdout, flag, format, arguments);
}

int __wprintf_chk(int flag, const wchar_t *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int result = __vfwprintf_chk(stdout, flag, format, arguments);
    va_end(arguments);
    return result;
}

int __vswprintf_chk(wchar_t *to, size_t size, int flag, size_t room, const wchar_t *format, va_list arguments)
{
    if (room < size)
        __chk_fail();
    glibc_compat_check_wide_format(flag, format);
    return vswprintf(to, size, format, arguments);
}

int __swprintf_chk(wchar_t *to, size_t size, int flag, size_t room, const wchar_t *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int result = __vswprintf_chk(to, size, flag, room, format, arguments);
    va_end(arguments);
    return result;
}
