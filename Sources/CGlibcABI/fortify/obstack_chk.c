// The checked forms of obstack_printf. Source: glibc's <bits/stdio2.h>.
#include "../obstack.h"
#include "format.h"
#include <stdarg.h>

int obstack_vprintf(struct obstack *stack, const char *format, va_list arguments);

int __obstack_vprintf_chk(struct obstack *stack, int flag, const char *format, va_list arguments)
{
    glibc_compat_check_format(flag, format);
    return obstack_vprintf(stack, format, arguments);
}

int __obstack_printf_chk(struct obstack *stack, int flag, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int result = __obstack_vprintf_chk(stack, flag, format, arguments);
    va_end(arguments);
    return result;
}
