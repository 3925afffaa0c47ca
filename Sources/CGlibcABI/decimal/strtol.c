// <stdlib.h>: strtol and its kin for bytes.
#include <stdlib.h>

#define CHAR char
#define IS_SPACE(c) ((c) == ' ' || (unsigned char)((c) - '\t') < 5)
#define PLAIN(suffix) strto##suffix
#define NEWER(suffix) __isoc23_strto##suffix
#include "integer.h"

/// Source: atol(3).
int atoi(const char *text) { return (int)strtol(text, NULL, 10); }
long atol(const char *text) { return strtol(text, NULL, 10); }
