// Characters of narrow input: the white space of C and C.UTF-8, whatever is beyond ASCII.
#pragma once
#define CHAR char
#define IS_WIDE 0
#define IS_SPACE(c) ((c) == ' ' || (unsigned)((c) - '\t') < 5)
#define TO_INPUT(c) ((unsigned char)(c))
