// <stdio.h>, <wchar.h>: the printf family's public functions. Source: printf(3), wprintf(3).
#include "printf.h"
#include <stdint.h>

#define WITH_LIST(call) va_list arguments; va_start(arguments, format); int length = call; va_end(arguments); return length

int vfprintf(FILE *file, const char *format, va_list arguments) { return glibc_compat_vfprintf(file, format, arguments); }
int vprintf(const char *format, va_list arguments) { return glibc_compat_vfprintf(stdout, format, arguments); }
int vsnprintf(char *buffer, size_t size, const char *format, va_list arguments)
{
    return glibc_compat_vsnprintf(buffer, size, format, arguments);
}
int vsprintf(char *buffer, const char *format, va_list arguments)
{
    return glibc_compat_vsnprintf(buffer, SIZE_MAX, format, arguments);
}

int printf(const char *format, ...) { WITH_LIST(glibc_compat_vfprintf(stdout, format, arguments)); }
int fprintf(FILE *file, const char *format, ...) { WITH_LIST(glibc_compat_vfprintf(file, format, arguments)); }
int sprintf(char *buffer, const char *format, ...) { WITH_LIST(glibc_compat_vsnprintf(buffer, SIZE_MAX, format, arguments)); }
int snprintf(char *buffer, size_t size, const char *format, ...) { WITH_LIST(glibc_compat_vsnprintf(buffer, size, format, arguments)); }
int asprintf(char **result, const char *format, ...) { WITH_LIST(vasprintf(result, format, arguments)); }
int dprintf(int fd, const char *format, ...) { WITH_LIST(vdprintf(fd, format, arguments)); }

int vfwprintf(FILE *file, const wchar_t *format, va_list arguments) { return glibc_compat_vfwprintf(file, format, arguments); }
int vwprintf(const wchar_t *format, va_list arguments) { return glibc_compat_vfwprintf(stdout, format, arguments); }
int vswprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    return glibc_compat_vswprintf(buffer, size, format, arguments);
}
int fwprintf(FILE *file, const wchar_t *format, ...) { WITH_LIST(glibc_compat_vfwprintf(file, format, arguments)); }
int wprintf(const wchar_t *format, ...) { WITH_LIST(glibc_compat_vfwprintf(stdout, format, arguments)); }
int swprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...) { WITH_LIST(glibc_compat_vswprintf(buffer, size, format, arguments)); }
