// <wchar.h>: wcstod, wcstof, wcstold.
#include <wchar.h>
#include <wctype.h>

#define CHAR wchar_t
#define NAME(suffix) wcsto##suffix
#define IS_SPACE(c) ((c) == ' ' || iswspace((wint_t)(c)))
#define READ_UNSIGNED wcstoull
#include "read.h"
