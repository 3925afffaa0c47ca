// sscanf's quick way.
#pragma once
#include <stdarg.h>

/// How many conversions were assigned, or -1 where text or format are not plain: then all is to be read in the other way.
int glibc_compat_scan_plainly(const char *text, const char *format, va_list arguments);
