// Characters of wide input.
#pragma once
#include <wctype.h>
#define CHAR wchar_t
#define IS_WIDE 1
#define IS_SPACE(c) ((c) == ' ' || (unsigned)((c) - '\t') < 5 || ((unsigned)(c) > 0x7f && iswspace((wint_t)(c))))
#define TO_INPUT(c) (c)
