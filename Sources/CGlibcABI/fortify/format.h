// The checks of a fortified printf. A flag above zero asks for them (_FORTIFY_SOURCE=2); at 1 only sizes are checked.
#pragma once
#include <wchar.h>

/// Ends the process where `format` uses %n and lies in writable memory, or where its positional arguments leave a gap.
void glibc_compat_check_format(int flag, const char *format);
void glibc_compat_check_wide_format(int flag, const wchar_t *format);
