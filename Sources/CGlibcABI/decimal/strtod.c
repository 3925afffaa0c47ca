// <stdlib.h>: strtod, strtof, strtold. musl's are exact too, and several times slower.

#define CHAR char
#define NAME(suffix) strto##suffix
#define IS_SPACE(c) ((c) == ' ' || (unsigned char)((c) - '\t') < 5)
#define READ_UNSIGNED strtoull
#include "read.h"

/// Source: atof(3).
double atof(const char *text) { return strtod(text, NULL); }
