// <wchar.h>: wcstol and its kin.
#include <wchar.h>
#include <wctype.h>

#define CHAR wchar_t
#define IS_SPACE(c) ((c) == ' ' || iswspace((wint_t)(c)))
#define PLAIN(suffix) wcsto##suffix
#define NEWER(suffix) __isoc23_wcsto##suffix
#include "integer.h"
